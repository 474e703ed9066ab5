// What Fastify and Node refuse by themselves, said as everything else is. Becomes part of a generated `serve-operations.ts`.
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { problemOf, problemType, Refusal, refusalOf, refuse } from "./serve-refusal.ts";

/**
 * For `fastify({ ...serverOptions })`: a path that cannot be decoded and a request that is no HTTP are answered with problem
 * documents, too, and a value in a path may be as long as the document allows.
 */
export const serverOptions = {
  routerOptions: { maxParamLength: 65_536 },
  frameworkErrors(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
    refuse(reply, refusalOf(error));
  },
  clientErrorHandler(error: { readonly code?: string }, socket: Socket): void {
    if (!socket.writable) return;
    const refusal = parserRefusal(error.code);
    const { statusCode } = refusal;
    const body = problemOf(refusal);
    const head = [
      `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? ""}`,
      `Content-Type: ${problemType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  },
};

/** https://nodejs.org/api/http.html#event-clienterror */
function parserRefusal(code: string | undefined): Refusal {
  if (code === "HPE_HEADER_OVERFLOW") return new Refusal(431, "The header fields are too large.");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return new Refusal(408, "The request took too long to arrive.");
  return new Refusal(400, "This is not HTTP/1.1.");
}
