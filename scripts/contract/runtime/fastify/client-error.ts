// Responds to what Node's HTTP parser rejects before there is a request, with problem documents written to the bare socket.
import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { HttpError, problemType } from "../boundary/problem.ts";
import { titleOf } from "./title-of.ts";

/** What Node says went wrong: https://nodejs.org/api/http.html#event-clienterror */
export interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** What the server's settings allow, where the sentences are to name it. */
export interface ParserLimits {
  /** Bytes. */
  readonly maxHeader?: number | undefined;
  readonly requestSeconds?: number | undefined;
}

/** The problem document of an error, and the header fields that it has. */
export type PrintedProblem = (error: HttpError) => {
  readonly status: number;
  readonly fields: Readonly<Record<string, string | number | string[]>>;
  readonly body: string;
};

/** The error that fits a parser's. */
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

/** The bytes of a response after which the connection ends. */
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

/** Says it and hangs up; after the responses that earlier requests on this connection still wait for. */
export function rejectConnection(socket: Duplex, error: HttpError, print: PrintedProblem): void {
  const pending = pendingResponse(socket);
  if (pending?.req.complete === true) {
    pending.once("finish", () => rejectConnection(socket, error, print));
    return;
  }
  // A response that has begun cannot be taken back; one byte after it would be read as the next response.
  if (socket.writable && pending?.headersSent !== true) socket.end(lastResponse(error, print));
  else socket.destroy();
}

/** Node keeps the response a connection waits for in `_httpMessage`, as its own handler of `clientError` reads it. */
function pendingResponse(
  socket: Duplex & { readonly _httpMessage?: ServerResponse | null },
): ServerResponse | undefined {
  return socket._httpMessage ?? undefined;
}
