// The one place that puts a response on the wire past Fastify.
import type { ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";

type Fields = Readonly<Record<string, string | number | string[]>>;

/** A response that is ready to go. Header values are text or whole numbers. */
export interface ReadyResponse {
  readonly status: number;
  /** What every response of the exchange carries. Merging the two would cost more than sending them. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** What belongs to this response; it wins over a field of the same name. */
  readonly headers: Fields;
  /** Printed already; undefined where there is no content at all. */
  readonly body: string | Uint8Array | Readable | ReadableStream | undefined;
  /** Called with the error of a stream that ended too early. The client that went away is none. */
  readonly failed?: (error: Error) => void;
}

/** Whether connections go on after a response. */
export interface ConnectionState {
  /** True once the server stops: every response then says that its connection ends. */
  readonly draining: boolean;
}

/** Sends a response, with its length where that is known, so that it leaves in one piece. */
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
    // As many bytes as characters: it is ASCII, which Node copies as it is when it is called Latin-1, and transcodes when not.
    sendWhole(response, body, length === body.length ? "latin1" : "utf8");
  } else if (body === undefined) {
    // RFC 9110, section 8.6: neither a 1xx nor a 204 has a length, and a 304 that of another response.
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
 * What `response.end(body)` does, with one write in place of two: Node ends with an empty piece, and for two pieces it makes a
 * buffer, while one piece of up to 16 KiB goes to the system from the stack. That is a tenth of a short exchange.
 */
function sendWhole(response: ServerResponse, body: string, encoding: "latin1" | "utf8"): void {
  const { socket } = response;
  // Without a socket earlier responses of the connection come first, and Node keeps the pieces until then.
  socket?.cork();
  response.write(body, encoding);
  socket?.uncork();
  response.end();
}

/** A stream that fails takes the connection with it: whoever reads must see that something is missing. */
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
