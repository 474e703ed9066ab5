// Sends problem documents, and logs what is the server's own fault.
import { STATUS_CODES } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type HttpError, httpErrorOf, problemText, problemType } from "../boundary/problem.ts";

/** For `setErrorHandler`: every error is a problem document; what is the server's own fault is logged. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = httpErrorOf(error);
  if (problem.statusCode >= 500) request.log.error({ err: error }, "the request failed");
  for (const [name, value] of Object.entries(problem.headers)) void reply.header(name, value);
  // As bytes: to texts, Fastify adds a charset that JSON does not have.
  const body = Buffer.from(problemText(problem, titleOf(problem), request.id));
  return reply.code(problem.statusCode).header("Content-Type", problemType).send(body);
}

export function titleOf({ statusCode }: HttpError): string {
  return STATUS_CODES[statusCode] ?? "Error";
}
