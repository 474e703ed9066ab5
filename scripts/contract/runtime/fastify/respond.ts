// Sends responses that bypass Fastify; the only module that does.
import type { ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";

type Fields = Readonly<Record<string, string | number | string[]>>;

/** A response to send. Header values are strings or integers. */
export interface ReadyResponse {
  readonly status: number;
  /**
   * Fields that every response of the exchange has. Kept separate, because merging them into `headers` would
   * cost more than sending them.
   */
  readonly fields: Readonly<Record<string, string | number>>;
  /** Fields of this response; they override `fields`. */
  readonly headers: Fields;
  /** The serialized body; undefined if there is no content at all. */
  readonly body: string | Uint8Array | Readable | ReadableStream | undefined;
  /** Called with the error of a stream that ended too early, but not if the client closed the connection. */
  readonly failed?: (error: Error) => void;
}

/** Whether connections are kept alive after a response. */
export interface ConnectionState {
  /** True once the server shuts down: every response then closes its connection. */
  readonly draining: boolean;
}

/** Sends a response, with Content-Length if its length is known, so that it is written in one piece. */
export function respond(
  response: ServerResponse,
  { status, fields, headers, body, failed }: ReadyResponse,
  connection: ConnectionState | undefined,
): void {
  const lines: (string | number | string[])[] = [];
  for (const name in fields) if (!(name in headers)) lines.push(name, fields[name]!);
  for (const name in headers) lines.push(name, headers[name]!);
  if (connection?.draining === true) lines.push("Connection", "close");
  if (typeof body === "string") {
    const length = Buffer.byteLength(body);
    lines.push("Content-Length", length);
    response.writeHead(status, lines as string[]);
    // As many bytes as characters means ASCII, which Node copies without transcoding if it is declared as
    // Latin-1.
    sendWhole(response, body, length === body.length ? "latin1" : "utf8");
  } else if (body === undefined) {
    // RFC 9110, section 8.6: neither a 1xx nor a 204 has Content-Length, and that of a 304 is of another
    // response.
    if (status >= 200 && status !== 204 && status !== 304) lines.push("Content-Length", 0);
    response.writeHead(status, lines as string[]);
    response.end();
  } else if (body instanceof Uint8Array) {
    lines.push("Content-Length", body.byteLength);
    response.writeHead(status, lines as string[]);
    response.end(body);
  } else {
    response.writeHead(status, lines as string[]);
    sendStream(response, body, failed);
  }
}

/**
 * Does what `response.end(body)` does with one write instead of two. Node ends with an empty chunk; it copies
 * two chunks to a buffer, but writes a single one of up to 16 KiB directly. That saves a tenth of a short
 * exchange.
 */
function sendWhole(response: ServerResponse, body: string, encoding: "latin1" | "utf8"): void {
  const { socket } = response;
  // Without a socket, earlier responses of the connection are pending, and Node buffers the chunks until they
  // are sent.
  socket?.cork();
  response.write(body, encoding);
  socket?.uncork();
  response.end();
}

/**
 * Sends a stream. If it fails, the connection is destroyed, so that the client notices that the response is
 * incomplete.
 */
function sendStream(
  response: ServerResponse,
  body: Readable | ReadableStream,
  failed: ReadyResponse["failed"],
): void {
  const stream = body instanceof ReadableStream ? Readable.fromWeb(body as never) : body;
  if (response.req.method === "HEAD") {
    stream.destroy();
    response.end();
  } else
    pipeline(stream, response, (error) => {
      if (error && error.code !== "ERR_STREAM_PREMATURE_CLOSE") failed?.(error);
    });
}
