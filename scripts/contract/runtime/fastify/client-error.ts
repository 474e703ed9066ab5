// Responds to requests that Node's HTTP parser rejects before a request object exists: problem documents are
// written to the socket itself.
import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { HttpError, problemType } from "../boundary/problem.ts";
import { titleOf } from "./title-of.ts";

/** The error of Node's parser: https://nodejs.org/api/http.html#event-clienterror */
export interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** The limits in the server's settings, as far as messages name them. */
export interface ParserLimits {
  /** Maximum size of the header section, in bytes. */
  readonly maxHeader?: number | undefined;
  readonly requestSeconds?: number | undefined;
}

/** Returns the problem document of an error, with its header fields. */
export type PrintedProblem = (error: HttpError) => {
  readonly status: number;
  readonly fields: Readonly<Record<string, string | number | string[]>>;
  readonly body: string;
};

/** Returns the HttpError for an error of the parser. */
export function httpErrorOfParser({ code, reason }: ParserError, limits: ParserLimits): HttpError {
  const { maxHeader, requestSeconds } = limits;
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new HttpError(
        431,
        maxHeader === undefined
          ? "The header fields are too large."
          : `The header fields exceed ${maxHeader} bytes in total.`,
      );
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return new HttpError(413, "The body's chunk extensions are too large.");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new HttpError(
        408,
        requestSeconds === undefined
          ? "The request took too long to arrive."
          : `Send the whole request within ${requestSeconds} seconds.`,
      );
    default:
      return new HttpError(400, `This is not HTTP/1.1: ${reason ?? "the request cannot be parsed"}.`);
  }
}

/** Returns the bytes of a response after which the connection ends. */
function lastResponse(error: HttpError, print: PrintedProblem): string {
  const { status, fields, body } = print(error);
  const all = {
    ...fields,
    "Content-Type": problemType,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    [value].flat().map((line) => `${name}: ${line}\r\n`),
  );
  return `HTTP/1.1 ${status} ${titleOf({ statusCode: status })}\r\n${lines.join("")}\r\n${body}`;
}

/**
 * Sends the error response and closes the connection, after the pending responses to earlier requests on it.
 */
export function rejectConnection(socket: Duplex, error: HttpError, print: PrintedProblem): void {
  const pending = pendingResponse(socket);
  if (pending?.req.complete === true) {
    pending.once("finish", () => rejectConnection(socket, error, print));
    return;
  }
  // A response that has begun cannot be withdrawn; one byte after it would be read as the next response.
  if (socket.writable && pending?.headersSent !== true) socket.end(lastResponse(error, print));
  else socket.destroy();
}

/**
 * Returns the response that is pending on a connection. Node keeps it in `_httpMessage`, where its own
 * `clientError` handler reads it.
 */
function pendingResponse(
  socket: Duplex & { readonly _httpMessage?: ServerResponse | null },
): ServerResponse | undefined {
  return socket._httpMessage ?? undefined;
}
