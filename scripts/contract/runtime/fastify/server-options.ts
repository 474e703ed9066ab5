// What Fastify and Node refuse by themselves, said as everything else is.
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { HttpError, problemText, problemType } from "../boundary/problem.ts";
import { sendProblem, titleOf } from "./send-problem.ts";

/**
 * For `fastify({ ...serverOptions })`: a path that cannot be decoded and a request that is no HTTP are answered with problem
 * documents, too, and a value in a path may be as long as the document allows.
 */
export const serverOptions = {
  routerOptions: { maxParamLength: 65_536 },
  frameworkErrors(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    sendProblem(error, request, reply);
  },
  clientErrorHandler(error: { readonly code?: string }, socket: Socket): void {
    if (!socket.writable) return;
    const problem = parserError(error.code);
    const title = titleOf(problem);
    const body = problemText(problem, title);
    const head = [
      `HTTP/1.1 ${problem.statusCode} ${title}`,
      `Content-Type: ${problemType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  },
};

/** https://nodejs.org/api/http.html#event-clienterror */
function parserError(code: string | undefined): HttpError {
  if (code === "HPE_HEADER_OVERFLOW") return new HttpError(431, "The header fields are too large.");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return new HttpError(408, "The request took too long to arrive.");
  return new HttpError(400, "This is not HTTP/1.1.");
}
