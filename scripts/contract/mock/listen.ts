// HTTP listener of a mock, on plain `node:http`: any layer above would cost as much as the responses
// themselves.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isPromise, type MaybePromise } from "../runtime/boundary/maybe-promise.ts";
import type { HeaderFields, MessageHead } from "../runtime/boundary/message-head.ts";
import { fieldLines } from "../runtime/fastify/field-lines.ts";
import { receiveBody } from "../runtime/fastify/receive-body.ts";
import { type ReadyResponse, respond } from "../runtime/fastify/respond.ts";
import type { MockResponse } from "./checked-response.ts";
import { ConnectionReset } from "./connection-reset.ts";
import { Later } from "./later.ts";
import type { SentRequest } from "./mock-receiver.ts";

/** Options of the listener. */
export interface ListenOptions {
  readonly host: string;
  /** 0 selects a free port. */
  readonly port: number;
  /** Maximum number of bytes of a request body. */
  readonly maxBody: number;
  readonly respond: (sent: SentRequest) => MaybePromise<MockResponse>;
}

/** A listener that has started. */
export interface Listening {
  /** Without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts to listen; rejects with Node's error if it cannot. */
export async function listen(options: ListenOptions): Promise<Listening> {
  // An idle connection that is closed just as its next request arrives fails a test of the client. Node's
  // default is 5 seconds, and a busy test run can take that long between two requests.
  const server = createServer({ maxHeaderSize: 64 * 1024, keepAliveTimeout: 75_000 }, (request, response) => {
    serve(request, response, options);
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

function serve(request: IncomingMessage, response: ServerResponse, options: ListenOptions): void {
  const { respond: answer, maxBody } = options;
  const failed = (error: unknown): void => {
    // The client disconnected, or a fault resets the connection.
    if (error instanceof ConnectionReset) request.socket.resetAndDestroy();
    else response.destroy();
  };
  const sendTo = (wire: MockResponse): void => {
    try {
      send(response, wire);
    } catch (error) {
      failed(error);
    }
  };
  try {
    const wire = answer(new NodeRequest(request, maxBody));
    if (isPromise(wire)) void wire.then(sendTo, failed);
    else sendTo(wire);
  } catch (error) {
    failed(error);
  }
}

/** A class: closures for each request would cost more than the fields they read. */
class NodeRequest implements SentRequest, MessageHead {
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderFields;
  readonly request: IncomingMessage;
  readonly #maxBody: number;

  constructor(request: IncomingMessage, maxBody: number) {
    this.method = request.method ?? "";
    this.target = request.url ?? "/";
    this.headers = headersOf(request);
    this.request = request;
    this.#maxBody = maxBody;
  }

  get head(): MessageHead {
    return this;
  }

  get connection(): object {
    return this.request.socket;
  }

  lines(): HeaderFields {
    return fieldLines(this.request);
  }

  certificate(): object {
    return { certificate: undefined, authorized: false };
  }

  bytes(): PromiseLike<Uint8Array> {
    const body = new Later<Uint8Array>();
    const received = (bytes: Uint8Array): void => body.resolve(bytes);
    const failed = (error: Error): void => body.reject(error);
    receiveBody(this.request, this.#maxBody, received, failed);
    return body;
  }
}

interface LastHead {
  readonly raw: readonly string[];
  readonly headers: HeaderFields;
}

const lastHeads = new WeakMap<object, LastHead>();

/** Parses header fields, unless they are equal to those of the connection's last request. */
function headersOf(request: IncomingMessage): HeaderFields {
  const { socket, rawHeaders } = request;
  const last = lastHeads.get(socket);
  if (last !== undefined && isSame(last.raw, rawHeaders)) return last.headers;
  const { headers } = request;
  lastHeads.set(socket, { raw: rawHeaders, headers });
  return headers;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

function send(response: ServerResponse, { status, headers, body, isJson, text }: MockResponse): void {
  if (response.destroyed) return;
  // A body that is not JSON is a text or bytes.
  const ready = (text ?? (isJson ? JSON.stringify(body) : body)) as ReadyResponse["body"];
  respond(response, { status, fields: noFields, headers, body: ready }, undefined);
}

const noFields = {};
