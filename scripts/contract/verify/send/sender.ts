// Sends requests to the verified server and records the responses; never sends to another origin.
import type { JsonObject } from "../../document/document.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { addressBelow } from "../../diff/replay/address-below.ts";
import { type Account, shown } from "./account.ts";
import type { ReadResponse } from "./connections.ts";
import { decodedContent } from "./decoded-content.ts";
import type { Pace } from "./pace.ts";

/** A response as received. */
export interface Received {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** A request that was sent, and its response. */
export interface Sent {
  readonly request: HttpRequest;
  readonly url: string;
  /** Header fields as sent, including credentials. */
  readonly headers: readonly (readonly [string, string])[];
  readonly response: Received | undefined;
  /** Why there was no response. */
  readonly failure: string | undefined;
  /** Time of the request in milliseconds since 1970, and duration until the response in milliseconds. */
  readonly at: number;
  readonly took: number;
}

/** The part of the Fetch API that is used; `fetch` itself has this type. */
export type Fetch = (input: Request) => Promise<Response>;

/** Options of the sender. */
export interface SenderOptions {
  readonly root: JsonObject;
  readonly target: string;
  readonly fetch: (input: Request) => Promise<ReadResponse>;
  /** Timeout of one response, in milliseconds. */
  readonly timeout: number;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly onSent: (sent: Sent) => void;
}

/** Maximum number of bytes of a response that are read. */
const mostBody = 8 * 2 ** 20;
/** Maximum number of retries of a request that the server rejected for load, and maximum wait for each. */
const retries = 3;
const longestWait = 5_000;

/** The account of a request, and the schemes it uses. */
export interface Caller {
  readonly account: Account;
  readonly schemes: readonly string[];
}

/** Sends requests to one origin, with timeout and retries. */
export class Sender {
  readonly #options: SenderOptions;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /**
   * Sends a request, and retries it on 429, and on 503 with `Retry-After`. Rejects only when the run ends.
   */
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
      return ended({
        status: response.status,
        ...decodedContent({ headers: [...response.headers], body }, mostBody),
      });
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
  const content = body?.bytes ?? body?.text;
  return new Request(address, {
    method,
    headers,
    redirect: "manual",
    signal,
    ...(content !== undefined && { body: content }),
  });
}

async function bytesOf({ body }: ReadResponse): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length > mostBody) break;
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === "TimeoutError") return `no response within ${timeout} ms`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  // Node joins the failures of several addresses in an error without a message.
  return cause.message !== "" ? cause.message : ((cause as NodeJS.ErrnoException).code ?? cause.name);
}

/** Returns the value of a header field. */
export function fieldOf({ headers }: Pick<Received, "headers">, name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

function waitOf(response: Received): number {
  const seconds = Number(fieldOf(response, "retry-after") ?? "1");
  return Math.min(longestWait, Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 1000);
}
