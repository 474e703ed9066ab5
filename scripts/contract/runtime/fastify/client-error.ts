// Answers what Node's HTTP parser refuses before there is a request: as problem documents, written to the bare socket.
import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { errorKind } from "../problems/errors.ts";
import { holdContinue } from "./expect-continue.ts";
import { problemMediaType, problemOf } from "../problems/problem.ts";
import { Refusal } from "../problems/refusal.ts";
import type { Settings } from "../settings/settings.ts";

/** What Node says went wrong: https://nodejs.org/api/http.html#event-clienterror */
export interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** The refusal that fits a parser's error. */
export function refusalOfParserError(error: ParserError, settings: Settings): Refusal {
  switch (error.code) {
    case "HPE_HEADER_OVERFLOW":
      return new Refusal("headersTooLarge", {
        detail: `The header fields may have ${settings.maxHeader} bytes in all.`,
      });
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return new Refusal("contentTooLarge", { detail: "The body's chunk extensions are too large." });
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new Refusal("requestTimeout", {
        detail: `Send the whole request within ${settings.requestSeconds} seconds.`,
      });
    default:
      return new Refusal("invalid", {
        detail: `This is not HTTP/1.1: ${error.reason ?? "the request cannot be parsed"}.`,
      });
  }
}

/** The bytes of an answer after which the connection ends. */
export function lastAnswer(refusal: Refusal, requestId: string): string {
  const { status, title } = errorKind(refusal.kind);
  const body = JSON.stringify(problemOf(refusal, requestId));
  const fields: Record<string, string | number> = {
    "Content-Type": problemMediaType,
    "Content-Length": Buffer.byteLength(body),
    "Request-Id": requestId,
    Connection: "close",
    ...refusal.headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${title}\r\n${lines.join("")}\r\n${body}`;
}

/** Says it and hangs up; after the answers that earlier requests on this connection still wait for. */
export function refuseConnection(socket: Duplex, refusal: Refusal, requestId: string): void {
  const pending = pendingAnswer(socket);
  if (pending?.req.complete === true) {
    pending.once("finish", () => refuseConnection(socket, refusal, requestId));
    return;
  }
  // An answer that has begun cannot be taken back; one byte after it would be read as the next answer.
  if (socket.writable && pending?.headersSent !== true) socket.end(lastAnswer(refusal, requestId));
  else socket.destroy();
}

/** Node keeps the answer a connection waits for in `_httpMessage`, as its own handler of `clientError` reads it. */
function pendingAnswer(
  socket: Duplex & { readonly _httpMessage?: ServerResponse | null },
): ServerResponse | undefined {
  return socket._httpMessage ?? undefined;
}

/** What Node would answer itself, without a word in the body, unless somebody listens. */
export function takeWhatNodeWouldAnswer(server: Server, nextRequestId: () => string): void {
  holdContinue(server);
  // RFC 9110, section 10.1.1: an expectation that is not known may be ignored.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  server.on("connect", (_, socket) => {
    const detail = "This server is no proxy: it has no CONNECT.";
    refuseConnection(socket, new Refusal("notFound", { detail }), nextRequestId());
  });
}
