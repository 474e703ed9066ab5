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
  /** How the secret is sent: `basic`, the default, in a header, `post` in the body. */
  readonly sendSecret?: "basic" | "post" | undefined;
  /** The initial refresh token; the server may replace it. */
  readonly refreshToken?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly store?: TokenStore | undefined;
  /** Seconds before its expiry at which a token is renewed; at most a fifth of its lifetime. Default 60. */
  readonly early?: number | undefined;
  /** Replaces the platform's `fetch`, as of a client. */
  readonly fetch?: Fetch | undefined;
}

/** A function that returns a valid token; pass it as the client's token option. */
export interface RenewableToken {
  (): Promise<string>;
  /** Reports a token that the API has rejected: the next one will be another. */
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
const attempts = 3;
const patience = 30_000;

/** Creates a token function. Concurrent calls share one token request. */
export function oauthToken(endpoints: OAuthEndpoints, options: OAuthOptions): RenewableToken {
  const source = new TokenSource({ ...endpoints, ...options });
  return Object.assign(() => source.token(), { refused: (token: string) => source.refused(token) });
}

class TokenSource {
  readonly #options: OAuthOptions;
  #current: StoredToken | undefined;
  /** Time at which to renew the token. */
  #until = 0;
  #flight: Promise<string> | undefined;
  #found: Promise<string> | undefined;

  constructor(options: OAuthOptions) {
    this.#options = options;
  }

  token(): Promise<string> {
    if (this.#current !== undefined && Date.now() < this.#until)
      return Promise.resolve(this.#current.accessToken);
    return (this.#flight ??= this.#next().finally(() => (this.#flight = undefined)));
  }

  async refused(token: string): Promise<void> {
    if (this.#current?.accessToken !== token) return;
    // The refresh token is kept.
    const { refreshToken } = this.#current;
    this.#current = { accessToken: "", refreshToken };
    this.#until = 0;
    await this.#options.store?.set(refreshToken === undefined ? undefined : this.#current);
  }

  async #next(): Promise<string> {
    if (this.#current === undefined) {
      const stored = await this.#options.store?.get();
      if (stored !== undefined) this.#keep(stored);
      if (stored?.accessToken && Date.now() < this.#until) return stored.accessToken;
    }
    const refreshToken = this.#current?.refreshToken ?? this.#options.refreshToken;
    const token = await this.#granted(refreshToken);
    this.#keep(token);
    await this.#options.store?.set(token);
    return token.accessToken;
  }

  #keep(token: StoredToken): void {
    const { early = 60 } = this.#options;
    const left = (token.expiresAt ?? Infinity) - Date.now();
    this.#current = token;
    this.#until = token.accessToken === "" ? 0 : Date.now() + left - Math.min(early * 1000, left / 5);
  }

  async #granted(refreshToken: string | undefined): Promise<StoredToken> {
    const { scopes, clientSecret, clientAssertion } = this.#options;
    const scope = scopes && { scope: scopes.join(" ") };
    if (refreshToken !== undefined) {
      try {
        const fields = { grant_type: "refresh_token", refresh_token: refreshToken, ...scope };
        return { refreshToken, ...(await this.#ask(fields, true)) };
      } catch (error) {
        // The refresh token has expired: with client credentials, a new grant is requested.
        const ended = error instanceof TokenError && error.code === "invalid_grant";
        if (!ended || (clientSecret ?? clientAssertion) === undefined || this.#options.refreshToken)
          throw error;
      }
    }
    return this.#ask({ grant_type: "client_credentials", ...scope }, false);
  }

  async #ask(fields: Readonly<Record<string, string>>, refreshes: boolean): Promise<StoredToken> {
    const url = await this.#endpoint(refreshes);
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#send(url, fields).catch((error: unknown) => {
        if (attempt < attempts) return undefined;
        throw new TokenError(`${location(url)} gave no token: no response`, undefined, undefined, error);
      });
      if (response !== undefined && (response.status < 500 || attempt >= attempts))
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
      // Both are form-encoded first (RFC 6749, section 2.3.1).
      headers.set("Authorization", `Basic ${base64([clientId, clientSecret].map(formText).join(":"))}`);
    } else {
      body.set("client_id", clientId);
      if (clientSecret !== undefined) body.set("client_secret", clientSecret);
    }
    return this.#fetch(url, "POST", headers, body);
  }

  async #endpoint(refreshes: boolean): Promise<string> {
    const { tokenUrl, refreshUrl, openIdConnectUrl } = this.#options;
    const known = (refreshes ? refreshUrl : undefined) ?? tokenUrl;
    if (known !== undefined) return secure(known);
    if (openIdConnectUrl === undefined)
      throw new TypeError("tokenUrl is required: the document declares none");
    this.#found ??= this.#discovered(secure(openIdConnectUrl));
    return this.#found.catch((error: unknown) => {
      this.#found = undefined;
      throw error;
    });
  }

  async #discovered(url: string): Promise<string> {
    const response = await this.#fetch(url, "GET", new Headers(acceptsJson));
    const found: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
    const endpoint = isRecord(found) ? found["token_endpoint"] : undefined;
    if (typeof endpoint === "string") return secure(endpoint);
    throw new TokenError(`${location(url)} names no token_endpoint`, response.status);
  }

  async #fetch(
    url: string,
    method: string,
    headers: Headers,
    body: URLSearchParams | null = null,
  ): Promise<Response> {
    const { fetch = globalThis.fetch } = this.#options;
    const signal = AbortSignal.timeout(patience);
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
    `${location(url)} gave no token: ${response.status}${code === undefined ? "" : ` ${code}`}`,
    response.status,
    code,
  );
}

/** Requires TLS (RFC 6749, section 3.2), except on this machine. */
function secure(url: string): string {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)) return url;
  throw new TypeError(`${location(url)} must use https: tokens are not requested without TLS`);
}

/** The URL without its query and user, for messages. */
function location(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function formText(text: string): string {
  return new URLSearchParams({ "": text }).toString().slice(1);
}
