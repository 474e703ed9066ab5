// The connections of a run. A server may close an idle connection just when a request is sent on it
// (RFC 9112, section 9.5); that is not a violation, and must not be reported as a request without response.
import { Agent, type ClientRequest, type IncomingMessage, request as overHttp } from "node:http";
import { Agent as TlsAgent, request as overHttps } from "node:https";
import type { Socket } from "node:net";

/** The part of a response that is read. */
export interface ReadResponse {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  /** Of `fetch` a stream, which Node's streams are and the DOM's types omit. */
  readonly body: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null;
}

/** Maximum time that a connection is idle before it is closed instead of reused, in milliseconds. */
const longestIdle = 1_000;
/** Methods whose requests may be repeated without effect (RFC 9110, section 9.2.2). */
const idempotent = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY", "PROPFIND"]);
/** What Node reports when the other side closed the connection. */
const closings = new Set(["ECONNRESET", "EPIPE"]);

/**
 * Sends requests by the rules of RFC 9112, section 9.3.1. Requests of idempotent methods share connections;
 * one that is lost with a reused connection is sent once more on a new connection. Each other request has its
 * own connection, since it must not be repeated.
 */
export class Connections {
  readonly #plain = new Agent({ keepAlive: true });
  readonly #tls = new TlsAgent({ keepAlive: true });
  readonly #idleSince = new WeakMap<object, number>();

  constructor() {
    for (const agent of [this.#plain, this.#tls])
      agent.on("free", (socket: Socket) => this.#idleSince.set(socket, performance.now()));
  }

  /** Sends a request, and does not follow redirects. Rejects with Node's error if there is no response. */
  readonly fetch = async (request: Request): Promise<ReadResponse> => {
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    if (!idempotent.has(request.method)) return respond(request, body, false);
    const agent = request.url.startsWith("https:") ? this.#tls : this.#plain;
    this.#closeIdle(agent);
    try {
      return await respond(request, body, agent);
    } catch (error) {
      if (!(error instanceof LostRequest)) throw error;
      return respond(request, body, false);
    }
  };

  /** Closes all connections. */
  close(): void {
    this.#plain.destroy();
    this.#tls.destroy();
  }

  /** Closes connections that were idle for long, also while timers could not run. */
  #closeIdle({ freeSockets }: Agent): void {
    const since = performance.now() - longestIdle;
    for (const socket of Object.values(freeSockets).flatMap((free) => free ?? []))
      if ((this.#idleSince.get(socket) ?? 0) < since) socket.destroy();
  }
}

/** A request on a reused connection that the server closed before any byte of the response. */
class LostRequest extends Error {}

/** @param agent  false for a connection of its own */
function respond(
  { url, method, headers, signal }: Request,
  body: Buffer | undefined,
  agent: Agent | false,
): Promise<ReadResponse> {
  const send = url.startsWith("https:") ? overHttps : overHttp;
  const mayHaveBody = !["GET", "HEAD", "OPTIONS", "TRACE", "DELETE"].includes(method);
  const length = body?.length ?? (mayHaveBody ? 0 : undefined);
  const fields = {
    "user-agent": "contract-verify",
    ...Object.fromEntries(headers),
    ...(length !== undefined && { "content-length": String(length) }),
  };
  return new Promise((resolve, reject) => {
    const sending = send(url, { method, headers: fields, agent, signal });
    const isLost = lossOf(sending);
    sending
      .on("response", (response: IncomingMessage) => {
        const { statusCode: status = 0, rawHeaders } = response;
        resolve({ status, headers: new Headers(pairsOf(rawHeaders)), body: chunksOf(response, signal) });
      })
      .on("error", (error: NodeJS.ErrnoException) => {
        if (signal.aborted) reject(signal.reason as Error);
        else reject(closings.has(error.code ?? "") && isLost() ? new LostRequest() : error);
      })
      .end(body);
  });
}

/** Returns a function that returns whether a request is on a reused connection without a byte of response. */
function lossOf(sending: ClientRequest): () => boolean {
  let read = 0;
  sending.on("socket", (socket: Socket) => {
    read = socket.bytesRead;
  });
  return () => sending.reusedSocket && sending.socket?.bytesRead === read;
}

async function* chunksOf(response: IncomingMessage, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* response as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

/** Returns the fields of Node's list of names and values. */
function pairsOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? ""]] : []));
}
