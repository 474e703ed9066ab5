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

/** What there is to know to send one. */
export interface ProblemService {
  readonly problems: ProblemCatalogue;
  readonly fieldsOf: FieldsOf;
  /** What is wrong with a problem document, where that is looked at. */
  readonly breachOf?: (
    request: FailedRequest,
    problem: WireProblem,
    fields: Readonly<Record<string, unknown>>,
  ) => unknown;
}

/** For `setErrorHandler`: every error is a problem document. */
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
    // As bytes: to texts, Fastify adds a charset that JSON does not have.
    const body = Buffer.from(JSON.stringify(document));
    return reply.code(status).header("Content-Type", problemType).send(body);
  };
}
