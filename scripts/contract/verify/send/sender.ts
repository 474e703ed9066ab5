// Sends a request to the server that is verified, and keeps what came back; nothing ever goes to another origin.
import type { JsonObject } from "../../document/document.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { addressBelow } from "../../diff/replay/address-below.ts";
import { type Account, shown } from "./account.ts";
import type { Pace } from "./pace.ts";

/** A response as it was on the wire. */
export interface Received {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** A request that was sent, and what became of it. */
export interface Sent {
  readonly request: HttpRequest;
  readonly url: string;
  /** Header fields as sent, those of the credentials among them. */
  readonly headers: readonly (readonly [string, string])[];
  readonly response: Received | undefined;
  /** Why there was no response. */
  readonly failure: string | undefined;
  /** When it was sent, milliseconds since 1970, and how long the response took. */
  readonly at: number;
  readonly took: number;
}

/** The part of the Fetch API that is used; `fetch` itself is one. */
export type Fetch = (input: Request) => Promise<Response>;

export interface SenderOptions {
  readonly root: JsonObject;
  readonly target: string;
  readonly fetch: Fetch;
  /** Milliseconds for one response. */
  readonly timeout: number;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly onSent: (sent: Sent) => void;
}

/** Bytes of a response that are read. */
const mostBody = 8 * 2 ** 20;
/** How often a request is sent again that the server had no time for, and how long that may be waited for. */
const retries = 3;
const longestWait = 5_000;

/** Whom a request is from: an account, and which of its schemes it shows. */
export interface Caller {
  readonly account: Account;
  readonly schemes: readonly string[];
}

export class Sender {
  readonly #options: SenderOptions;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Never rejects but for the end of the run; a server that says 429 is asked again. */
  async send(request: HttpRequest, caller: Caller): Promise<Sent> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#options.pace.turn(this.#options.signal);
      const sent = await this.#once(request, caller);
      this.#options.onSent(sent);
      const { response } = sent;
      const isBusy =
        response?.status === 429 ||
        (response?.status === 503 && fieldOf(response, "retry-after") !== undefined);
      if (response === undefined || !isBusy || attempt > retries) return sent;
      await this.#options.pace.rest(waitOf(response), this.#options.signal);
    }
  }

  async #once(request: HttpRequest, { account, schemes }: Caller): Promise<Sent> {
    const { root, target, timeout, signal } = this.#options;
    const credentials = shown(root, schemes, account);
    const headers = [...request.headers, ...credentials.headers];
    const at = Date.now();
    const from = performance.now();
    let url = "";
    const ended = (response: Received | undefined, failure?: string): Sent => ({
      ...{ request, url, headers, response, failure, at },
      took: performance.now() - from,
    });
    try {
      const address = addressBelow(target, request, credentials.query);
      url = address.href;
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
      const response = await this.#options.fetch(messageOf(address, request, headers, limit));
      const body = await bytesOf(response);
      return ended({ status: response.status, headers: [...response.headers], body });
    } catch (error) {
      return ended(undefined, reasonOf(error, timeout));
    }
  }
}

function messageOf(
  address: URL,
  { method, body }: HttpRequest,
  fields: readonly (readonly [string, string])[],
  signal: AbortSignal,
): Request {
  const headers = new Headers();
  for (const [name, value] of fields) headers.append(name, value);
  const text = body?.text;
  return new Request(address, {
    method,
    headers,
    redirect: "manual",
    signal,
    ...(text !== undefined && { body: text }),
  });
}

async function bytesOf({ body }: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Node's streams are lists of chunks for `for await`; the types of the DOM do not say so.
  for await (const part of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length > mostBody) break;
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === "TimeoutError") return `no response within ${timeout} ms`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}

/** The value of a header field. */
export function fieldOf({ headers }: Pick<Received, "headers">, name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

function waitOf(response: Received): number {
  const seconds = Number(fieldOf(response, "retry-after") ?? "1");
  return Math.min(longestWait, Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 1000);
}
