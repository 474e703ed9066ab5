// What an application does with every exchange beside what the document says; the same for both ways of serving.
import type { FastifyRequest } from "fastify";
import { type ErrorHeaders, type HttpError, httpErrorOf, problemDocument } from "../boundary/problem.ts";
import type { MaybePromise } from "../boundary/maybe-promise.ts";
import type { Callers } from "../boundary/security.ts";
import { titleOf } from "./title-of.ts";

/** A request that has found its operation. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly operationId: string;
  /** Header fields that the response has, whatever it is. Those that it has itself win. */
  readonly fields: Record<string, string | number>;
  /** Of `performance.now()`. */
  readonly startedAt: number;
  /** Empty until the credentials were accepted. */
  callers: Callers;
  /** The body as it was read: a value for JSON and forms. Undefined before, and where none came. */
  received: unknown;
  /** What was thrown, when the response is an error's. */
  error: unknown;
}

/** Steps that are not there take no time. Each may throw, which ends the exchange with that error. */
export interface Steps {
  /** Before anything of a request is looked at. */
  readonly begin?: ((exchange: Exchange) => void) | undefined;
  /** Once it is known who asks, before the body is received; what it returns is waited for. */
  readonly admitted?: ((exchange: Exchange) => MaybePromise<void>) | undefined;
  /** Once a handler has given its response, which is sent afterwards. */
  readonly handled?: ((exchange: Exchange) => MaybePromise<void>) | undefined;
  /** After the response, error or not, was handed to Node. */
  readonly sent?: ((exchange: Exchange, status: number) => void) | undefined;
}

/** Header fields of every response, also where no operation was found; a new object each time. */
export type FieldsOf = (request: Pick<FastifyRequest, "id">) => Record<string, string | number>;

/** How errors are said. */
export interface ProblemCatalogue {
  /** What is answered for whatever was thrown. Logs what is the server's own fault. */
  readonly errorOf: (error: unknown, request: FailedRequest) => HttpError;
  /** The problem document of an error of `errorOf`. */
  readonly documentOf: (error: HttpError, requestId: string) => object;
}

/** What is known of the request that failed. */
export interface FailedRequest {
  readonly id: string;
  readonly log: Pick<FastifyRequest["log"], "error">;
  /** Undefined where no operation was found. */
  readonly operationId?: string | undefined;
}

/** Every error is a plain problem document. */
export const plainProblems: ProblemCatalogue = {
  errorOf(error, { log }) {
    const problem = httpErrorOf(error);
    if (problem.statusCode >= 500) log.error({ err: error }, "the request failed");
    return problem;
  },
  documentOf: (error, requestId) => problemDocument(error, titleOf(error), requestId),
};

/** An error as it is sent. */
export interface WireProblem {
  readonly status: number;
  readonly headers: ErrorHeaders;
  readonly document: object;
}

export function wireProblem(error: unknown, request: FailedRequest, problems: ProblemCatalogue): WireProblem {
  const problem = problems.errorOf(error, request);
  const { statusCode: status, headers } = problem;
  return { status, headers, document: problems.documentOf(problem, request.id) };
}

/** The operation that Fastify's router has found for a request. */
export function failedRequest(request: FastifyRequest): FailedRequest {
  const { id, log, routeOptions } = request;
  return { id, log, operationId: routeOptions.config.operationId };
}

/** Ends an exchange without a response: its sender went away, or nobody is to be answered. */
export class RequestAborted extends Error {
  override readonly name = "RequestAborted";
}
