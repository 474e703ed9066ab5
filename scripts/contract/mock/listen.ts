// A mock on HTTP: plain `node:http`, since every layer between costs what the answers themselves cost.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { WireResponse } from "../runtime/boundary/check-response.ts";
import type { HeaderFields, MessageHead } from "../runtime/boundary/message-head.ts";
import { HttpError } from "../runtime/boundary/problem.ts";
import { ConnectionReset } from "./connection-reset.ts";
import type { SentRequest } from "./mock-receiver.ts";

export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Bytes of a request's body. */
  readonly maxBody: number;
  readonly respond: (sent: SentRequest) => WireResponse | Promise<WireResponse>;
}

export interface Listening {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Listens; rejects as Node does when it cannot. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    void serve(request, response, options);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  return { url: urlOf(server, options), close: () => close(server) };
}

function urlOf(server: Server, { host, port }: ListenOptions): string {
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${taken}`;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { respond, maxBody }: ListenOptions,
): Promise<void> {
  try {
    send(response, await respond(new NodeRequest(request, maxBody)), request.method === "HEAD");
  } catch (error) {
    // The sender went away, or asked for a connection that breaks.
    if (error instanceof ConnectionReset) request.socket.resetAndDestroy();
    else response.destroy();
  }
}

/** A class, since closures for each request would cost more than what they are asked for. */
class NodeRequest implements SentRequest, MessageHead {
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderFields;
  readonly request: IncomingMessage;
  readonly #maxBody: number;

  constructor(request: IncomingMessage, maxBody: number) {
    this.method = request.method ?? "";
    this.target = request.url ?? "/";
    this.headers = request.headers;
    this.request = request;
    this.#maxBody = maxBody;
  }

  get head(): MessageHead {
    return this;
  }

  lines(): HeaderFields {
    return this.request.headersDistinct;
  }

  certificate(): object {
    return { certificate: undefined, authorized: false };
  }

  bytes(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let length = 0;
      this.request.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length <= this.#maxBody) chunks.push(chunk);
        else reject(new HttpError(413, `A body may have ${this.#maxBody} bytes.`));
      });
      this.request.on("end", () =>
        resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
      );
      this.request.on("error", reject);
    });
  }
}

function send(
  response: ServerResponse,
  { status, headers, body, isJson }: WireResponse,
  isHead: boolean,
): void {
  if (response.destroyed) return;
  const text =
    body === undefined
      ? undefined
      : isJson
        ? JSON.stringify(body)
        : body instanceof Uint8Array
          ? body
          : textOf(body);
  const lines: string[] = [];
  for (const name in headers) {
    const value = headers[name]!;
    if (typeof value === "string") lines.push(name, value);
    else for (const one of value) lines.push(name, one);
  }
  // RFC 9110, section 8.6: neither a 1xx nor a 204 has a length, and a 304 that of another response.
  const isEmpty = status < 200 || status === 204 || status === 304;
  if (!isEmpty) lines.push("Content-Length", String(text === undefined ? 0 : Buffer.byteLength(text)));
  response.writeHead(status, lines);
  if (text === undefined || isHead || isEmpty) response.end();
  else response.end(text);
}

function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
