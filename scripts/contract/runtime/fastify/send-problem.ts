// Sends problem documents as replies of Fastify.
import type { FastifyReply, FastifyRequest } from "fastify";
import { problemType } from "../boundary/problem.ts";
import {
  type FailedRequest,
  failedRequest,
  type FieldsOf,
  type ProblemCatalogue,
  RequestAborted,
  type WireProblem,
  wireProblem,
} from "./steps.ts";

/** What sending a problem document requires. */
export interface ProblemService {
  readonly problems: ProblemCatalogue;
  readonly fieldsOf: FieldsOf;
  /** Returns how a problem document violates the contract, if that is checked. */
  readonly breachOf?: (
    request: FailedRequest,
    problem: WireProblem,
    fields: Readonly<Record<string, unknown>>,
  ) => unknown;
}

/** Returns a handler for `setErrorHandler` that sends every error as a problem document. */
export function problemSender({
  problems,
  fieldsOf,
  breachOf,
}: ProblemService): (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, request, reply) => {
    if (error instanceof RequestAborted) return reply.hijack();
    const about = failedRequest(request);
    const problem = wireProblem(error, about, problems);
    const { status, headers, document } = problem;
    const fields = fieldsOf(request);
    const breach = breachOf?.(about, problem, fields);
    if (breach !== undefined) problems.errorOf(breach, about);
    for (const name in fields) if (!reply.hasHeader(name)) void reply.header(name, fields[name]);
    for (const name in headers) void reply.header(name, headers[name]);
    // Sent as bytes: to strings, Fastify adds a charset, which JSON does not have.
    const body = Buffer.from(JSON.stringify(document));
    return reply.code(status).header("Content-Type", problemType).send(body);
  };
}
