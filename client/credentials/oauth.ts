// Access tokens of OAuth 2 (RFC 6749) by client credentials or a refresh token. They are fetched when a call
// needs one and renewed before they expire.
import { base64 } from "./credentials.ts";
import { isRecord } from "../is-record.ts";
import type { Fetch } from "../request/build-request.ts";

/** The authorization server's URLs, as declared by the document. */
export interface OAuthEndpoints {
  readonly tokenUrl?: string | undefined;
  /** URL for refresh tokens, if it differs. */
  readonly refreshUrl?: string | undefined;
  /** Discovery document with these URLs (OpenID Connect Discovery 1.0). */
  readonly openIdConnectUrl?: string | undefined;
}

/** A stored token. */
export interface StoredToken {
  readonly accessToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
  readonly refreshToken?: string | undefined;
}

/** Stores tokens beyond the process, or shares them between processes. */
export interface TokenStore {
  get(): StoredToken | undefined | Promise<StoredToken | undefined>;
  /** @param token  undefined if the previous one was rejected */
  set(token: StoredToken | undefined): unknown;
}

/** Options of `oauthToken`. */
export interface OAuthOptions extends OAuthEndpoints {
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /**
   * Returns a signed assertion (`private_key_jwt`, RFC 7523) that replaces the secret; `audience` is the URL
   * of the token request.
   */
  readonly clientAssertion?: ((audience: string) => string | Promise<string>) | undefined;
  /** How the secret is sent: `basic` (default) in the Authorization header, `post` in the body. */
  readonly sendSecret?: "basic" | "post" | undefined;
  /** The initial refresh token; the server may replace it. */
  readonly refreshToken?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly store?: TokenStore | undefined;
  /** Seconds before its expiry at which a token is renewed; at most a fifth of its lifetime. Default 60. */
  readonly early?: number | undefined;
  /** Replaces the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
}

/** A function that returns a valid token; pass it as the client's token option. */
export interface RenewableToken {
  (): Promise<string>;
  /** Reports a token that the API has rejected, so that the next call returns a new one. */
  refused(token: string): Promise<void>;
}

/** Thrown if no token could be obtained. */
export class TokenError extends Error {
  /** Status of the response, if there was one. */
  readonly status: number | undefined;
  /** The server's error code: `invalid_client`, `invalid_grant`, … (RFC 6749, section 5.2). */
  readonly code: string | undefined;

  constructor(message: string, status?: number, code?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "TokenError";
    this.status = status;
    this.code = code;
  }
}

const acceptsJson = { Accept: "application/json" };
const maximumAttempts = 3;
/** Milliseconds after which a token request is aborted. */
const requestTimeout = 30_000;

/** Creates a token function. Concurrent calls share one token request. */
export function oauthToken(endpoints: OAuthEndpoints, options: OAuthOptions): RenewableToken {
  const source = new TokenSource({ ...endpoints, ...options });
  return Object.assign(() => source.token(), { refused: (token: string) => source.refused(token) });
}

class TokenSource {
  readonly #options: OAuthOptions;
  #current: StoredToken | undefined;
  /** Time at which to renew the token. */
  #renewAt = 0;
  #pending: Promise<string> | undefined;
  #discovery: Promise<string> | undefined;

  constructor(options: OAuthOptions) {
    this.#options = options;
  }

  token(): Promise<string> {
    if (this.#current !== undefined && Date.now() < this.#renewAt)
      return Promise.resolve(this.#current.accessToken);
    return (this.#pending ??= this.#loadOrRequest().finally(() => (this.#pending = undefined)));
  }

  async refused(token: string): Promise<void> {
    if (this.#current?.accessToken !== token) return;
    // The access token was rejected, not the refresh token.
    const { refreshToken } = this.#current;
    this.#current = { accessToken: "", refreshToken };
    this.#renewAt = 0;
    await this.#options.store?.set(refreshToken === undefined ? undefined : this.#current);
  }

  async #loadOrRequest(): Promise<string> {
    if (this.#current === undefined) {
      const stored = await this.#options.store?.get();
      if (stored !== undefined) this.#keep(stored);
      if (stored?.accessToken && Date.now() < this.#renewAt) return stored.accessToken;
    }
    const refreshToken = this.#current?.refreshToken ?? this.#options.refreshToken;
    const token = await this.#requestGrant(refreshToken);
    this.#keep(token);
    await this.#options.store?.set(token);
    return token.accessToken;
  }

  #keep(token: StoredToken): void {
    const { early = 60 } = this.#options;
    const remaining = (token.expiresAt ?? Infinity) - Date.now();
    this.#current = token;
    this.#renewAt =
      token.accessToken === "" ? 0 : Date.now() + remaining - Math.min(early * 1000, remaining / 5);
  }

  async #requestGrant(refreshToken: string | undefined): Promise<StoredToken> {
    const { scopes, clientSecret, clientAssertion } = this.#options;
    const scope = scopes && { scope: scopes.join(" ") };
    if (refreshToken !== undefined) {
      try {
        const fields = { grant_type: "refresh_token", refresh_token: refreshToken, ...scope };
        return { refreshToken, ...(await this.#requestToken(fields, true)) };
      } catch (error) {
        // The refresh token has expired: with client credentials, a new grant is requested.
        const isExpired = error instanceof TokenError && error.code === "invalid_grant";
        if (!isExpired || (clientSecret ?? clientAssertion) === undefined || this.#options.refreshToken)
          throw error;
      }
    }
    return this.#requestToken({ grant_type: "client_credentials", ...scope }, false);
  }

  async #requestToken(fields: Readonly<Record<string, string>>, isRefresh: boolean): Promise<StoredToken> {
    const url = await this.#endpoint(isRefresh);
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#send(url, fields).catch((error: unknown) => {
        if (attempt < maximumAttempts) return undefined;
        throw new TokenError(
          `${withoutQuery(url)} returned no token: no response`,
          undefined,
          undefined,
          error,
        );
      });
      if (response !== undefined && (response.status < 500 || attempt >= maximumAttempts))
        return tokenOf(response, url);
      await response?.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 250 * 2 ** attempt));
    }
  }

  async #send(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const { clientId, clientSecret, clientAssertion, sendSecret = "basic" } = this.#options;
    const body = new URLSearchParams(fields);
    const headers = new Headers(acceptsJson);
    if (clientAssertion !== undefined) {
      body.set("client_id", clientId);
      body.set("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      body.set("client_assertion", await clientAssertion(url));
    } else if (clientSecret !== undefined && sendSecret === "basic") {
      // The id and the secret are form-encoded first (RFC 6749, section 2.3.1).
      headers.set("Authorization", `Basic ${base64([clientId, clientSecret].map(formText).join(":"))}`);
    } else {
      body.set("client_id", clientId);
      if (clientSecret !== undefined) body.set("client_secret", clientSecret);
    }
    return this.#fetch(url, "POST", headers, body);
  }

  async #endpoint(isRefresh: boolean): Promise<string> {
    const { tokenUrl, refreshUrl, openIdConnectUrl } = this.#options;
    const declared = (isRefresh ? refreshUrl : undefined) ?? tokenUrl;
    if (declared !== undefined) return requireTls(declared);
    if (openIdConnectUrl === undefined)
      throw new TypeError("tokenUrl is required: the document declares none");
    this.#discovery ??= this.#discover(requireTls(openIdConnectUrl));
    return this.#discovery.catch((error: unknown) => {
      this.#discovery = undefined;
      throw error;
    });
  }

  async #discover(url: string): Promise<string> {
    const response = await this.#fetch(url, "GET", new Headers(acceptsJson));
    const found: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
    const endpoint = isRecord(found) ? found["token_endpoint"] : undefined;
    if (typeof endpoint === "string") return requireTls(endpoint);
    throw new TokenError(`${withoutQuery(url)} declares no token_endpoint`, response.status);
  }

  async #fetch(
    url: string,
    method: string,
    headers: Headers,
    body: URLSearchParams | null = null,
  ): Promise<Response> {
    const { fetch = globalThis.fetch } = this.#options;
    const signal = AbortSignal.timeout(requestTimeout);
    // Redirects are not followed, as secrets are meant for this server only.
    return fetch(url, { method, headers, body, redirect: "manual", signal });
  }
}

async function tokenOf(response: Response, url: string): Promise<StoredToken> {
  const body: unknown = await response.json().catch(() => undefined);
  const { access_token, expires_in, refresh_token, error }: Record<string, unknown> = isRecord(body)
    ? body
    : {};
  if (response.ok && typeof access_token === "string" && access_token !== "") {
    const seconds = Number(expires_in);
    return {
      accessToken: access_token,
      ...(seconds > 0 && { expiresAt: Date.now() + seconds * 1000 }),
      ...(typeof refresh_token === "string" && { refreshToken: refresh_token }),
    };
  }
  const code = typeof error === "string" ? error : undefined;
  throw new TokenError(
    `${withoutQuery(url)} returned no token: ${response.status}${code === undefined ? "" : ` ${code}`}`,
    response.status,
    code,
  );
}

/** Returns the URL; throws if it does not use TLS (RFC 6749, section 3.2), except on this machine. */
function requireTls(url: string): string {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)) return url;
  throw new TypeError(`${withoutQuery(url)} must use https: tokens are not requested without TLS`);
}

/** The URL without its query and user, for messages. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function formText(text: string): string {
  return new URLSearchParams({ "": text }).toString().slice(1);
}
