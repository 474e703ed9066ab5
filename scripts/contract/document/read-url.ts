// Reads files from URLs, where that is allowed: over https or from this machine, with limits on time and
// size, and from no private address unless the user named it.
import { lookup as lookUp } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { isLoopbackHost, isPrivateAddress } from "./address.ts";
import { DocumentError } from "./document.ts";
import { decodeText, maxBytes, type ReadFile, shownUrl, tooLarge, unreadUrl } from "./read-text.ts";
import { isUrl } from "./uri.ts";

/** Limits of fetching: milliseconds, bytes, and number of redirects. */
export interface UrlLimits {
  /** Timeout for one file in milliseconds, redirects included. */
  readonly each: number;
  /** Timeout for all files together in milliseconds. */
  readonly together: number;
  readonly bytes: number;
  readonly redirects: number;
}

const usual: UrlLimits = { each: 30_000, together: 120_000, bytes: maxBytes, redirects: 5 };

/** Options of a `UrlReader`. */
export interface UrlOptions {
  /** Whether URLs are fetched. Undefined: there is no flag to allow it. */
  readonly allowed: boolean | undefined;
  /**
   * URLs and hosts (`10.0.0.7`, `files.internal:8443`) that the user named. Their addresses may be private.
   */
  readonly named: readonly string[];
  readonly limits?: Partial<UrlLimits>;
}

/** Fetches the files of one document within common limits. */
export class UrlReader {
  readonly #allowed: boolean | undefined;
  readonly #named: ReadonlySet<string>;
  readonly #limits: UrlLimits;
  #spent = 0;

  constructor({ allowed, named, limits }: UrlOptions) {
    this.#allowed = allowed;
    this.#named = new Set(named.flatMap(hostsOf));
    this.#limits = { ...usual, ...limits };
  }

  /**
   * @param from  the path or URL of the referencing file; undefined for a URL that the user named
   * @returns the text, and its final URL after redirects
   */
  async read(url: string, from?: string): Promise<ReadFile> {
    if (this.#allowed !== true || !isUrl(url)) throw unreadUrl(url, this.#allowed);
    const started = performance.now();
    const left = Math.min(this.#limits.each, this.#limits.together - this.#spent);
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(left)));
    try {
      return await this.#follow(url, isTrusted(url, from), signal);
    } catch (cause) {
      if (cause instanceof DocumentError) throw cause;
      const late = signal.aborted ? ` within ${this.#limits.each / 1000} s` : "";
      throw new DocumentError(`${shownUrl(url)} cannot be read${late}`, {
        fix: "check the address and the network, or save it next to the document",
        cause,
      });
    } finally {
      this.#spent += performance.now() - started;
    }
  }

  /** @param mayBeHere  whether the URL may address this machine */
  async #follow(url: string, mayBeHere: boolean, signal: AbortSignal): Promise<ReadFile> {
    let at = new URL(url);
    for (let hops = 0; hops <= this.#limits.redirects; hops++) {
      const isNamed = this.#check(at, mayBeHere && hops === 0);
      const response = await ask(at, isNamed, signal);
      const { statusCode: status = 0, headers } = response;
      if (!isRedirect(status) || headers.location === undefined)
        return { text: await this.#text(at.href, response, signal), url: at.href };
      response.destroy();
      if (!URL.canParse(headers.location, at.href))
        throw new DocumentError(`${at.href} redirects to an invalid URL`, { fix: "check the address" });
      at = new URL(headers.location, at);
    }
    throw new DocumentError(`${shownUrl(url)} redirects more than ${this.#limits.redirects} times`, {
      fix: "name the address that it leads to",
    });
  }

  /** Rejects a URL that must not be requested; otherwise returns whether its address may be private. */
  #check(at: URL, mayBeHere: boolean): boolean {
    const { protocol, host, hostname, username, password } = at;
    const isHere = isLoopbackHost(hostname);
    const refuse = (problem: string, fix: string): never => {
      throw new DocumentError(`${shownUrl(at.href)} is not read: ${problem}`, { fix });
    };
    if (username !== "" || password !== "")
      refuse("it holds credentials", "fetch it with a program that has them, and hand it over by -");
    if (protocol !== "https:" && !(protocol === "http:" && isHere))
      refuse("it is neither https nor of this machine", "write https, or save it next to the document");
    const isNamed = this.#named.has(host) || this.#named.has(hostname) || (mayBeHere && isHere);
    const address = hostname.replace(/^\[|\]$/g, "");
    if (!isNamed && (isHere || (isIP(address) !== 0 && isPrivateAddress(address))))
      refuse(
        "its address is private, and not allowed by --allow-private",
        `--allow-private ${host}, if it may be fetched`,
      );
    return isNamed;
  }

  async #text(url: string, response: IncomingMessage, signal: AbortSignal): Promise<string> {
    try {
      const { statusCode: status = 0, headers } = response;
      if (status !== 200)
        throw new DocumentError(`${url} responds with ${status}`, { fix: "check the address" });
      rejectMedia(url, headers["content-type"]);
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of decoded(url, response, signal) as AsyncIterable<Uint8Array>) {
        length += chunk.length;
        if (length > this.#limits.bytes) throw tooLarge(url, this.#limits.bytes);
        chunks.push(chunk);
      }
      return decodeText(Buffer.concat(chunks), url);
    } finally {
      response.destroy();
    }
  }
}

function hostsOf(text: string): string[] {
  const url = isUrl(text) ? text : `https://${text}`;
  return URL.canParse(url) ? [new URL(url).host] : [];
}

/**
 * Returns true if the URL is named by the user, by a file of this machine, or by a file that was read from
 * the same host.
 */
function isTrusted(url: string, from: string | undefined): boolean {
  if (from === undefined || !isUrl(from)) return true;
  return URL.canParse(url) && URL.canParse(from) && new URL(url).host === new URL(from).host;
}

const redirects = new Set([301, 302, 303, 307, 308]);

function isRedirect(status: number): boolean {
  return redirects.has(status);
}

/** @param isNamed  whether the host may have a private address */
function ask(at: URL, isNamed: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = at.protocol === "https:" ? requestHttps : requestHttp;
    const headers = {
      accept:
        "application/vnd.oai.openapi+json, application/json, application/yaml, text/yaml, text/plain, */*;q=0.5",
      "accept-encoding": "gzip, br, deflate",
      "user-agent": "contract",
    };
    send(at, { headers, signal, agent: false, lookup: isNamed ? lookUp : publicLookup(at.host) }, resolve)
      .on("error", reject)
      .end();
  });
}

/** Resolves the host name for the connection itself, and rejects it if any of its addresses is private. */
function publicLookup(host: string): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      const addresses = error === null ? found : [];
      const [first] = addresses;
      const problem = `${host} is not fetched: its name resolves to a private address that --allow-private does not name`;
      const refused = addresses.some(({ address }) => isPrivateAddress(address))
        ? new DocumentError(problem, { fix: `--allow-private ${host}, if it may be fetched` })
        : error;
      if (refused !== null || first === undefined) callback(refused, []);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Rejects media types that are not text. A missing or malformed Content-Type is accepted. */
function rejectMedia(url: string, type = ""): void {
  if (!/^\s*(text\/html|application\/xhtml\+xml|(image|audio|video|font|multipart)\/)/i.test(type)) return;
  throw new DocumentError(
    `${url} responds with ${type.replace(/;.*$/s, "").trim()}, which is not a document type`,
    {
      fix: "name the address of the document itself, not of a page that shows it",
    },
  );
}

function decoded(url: string, response: IncomingMessage, signal: AbortSignal): Readable {
  const coding = response.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (coding === "identity") return response;
  const decoders: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
    gzip: createGunzip,
    "x-gzip": createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const create = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (create === undefined)
    throw new DocumentError(`${url} uses the content coding ${coding}`, {
      fix: "name an address without it",
    });
  const decoder = create();
  const end = (error: Error): void => void decoder.destroy(error);
  response.on("error", end).on("aborted", () => end(new Error("the response ends too early")));
  signal.addEventListener("abort", () => end(new Error("the time is over")), { once: true });
  return response.pipe(decoder);
}
