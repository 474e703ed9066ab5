// Hooks that an application runs for every exchange; the same for both ways of serving.
import type { FastifyRequest } from "fastify";
import { type ErrorHeaders, type HttpError, httpErrorOf, problemDocument } from "../boundary/problem.ts";
import type { MaybePromise } from "../boundary/maybe-promise.ts";
import type { Callers } from "../boundary/security.ts";
import { titleOf } from "./title-of.ts";

/** A request whose operation was found. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly operationId: string;
  /** Header fields of the response, whatever it is. The response's own fields override them. */
  readonly fields: Record<string, string | number>;
  /** Time of the start, by `performance.now()`, in milliseconds. */
  readonly startedAt: number;
  /** Empty until the credentials are accepted. */
  callers: Callers;
  /** The parsed body: a value for JSON and forms. Undefined before it is read, and if none was sent. */
  received: unknown;
  /** The thrown error, if the response is an error response. */
  error: unknown;
}

/** Hooks; absent ones take no time. Each may throw, which ends the exchange with that error. */
export interface Steps {
  /** Called before anything of a request is checked. */
  readonly begin?: ((exchange: Exchange) => void) | undefined;
  /** Called once the caller is authenticated, before the body is received; a returned promise is awaited. */
  readonly admitted?: ((exchange: Exchange) => MaybePromise<void>) | undefined;
  /** Called once a handler has returned its response, before it is sent; a returned promise is awaited. */
  readonly handled?: ((exchange: Exchange) => MaybePromise<void>) | undefined;
  /** Called after the response, error or not, was handed to Node. */
  readonly sent?: ((exchange: Exchange, status: number) => void) | undefined;
}

/** Returns header fields of every response, also where no operation was found; a new object each time. */
export type FieldsOf = (request: Pick<FastifyRequest, "id">) => Record<string, string | number>;

/** How errors become problem documents. */
export interface ProblemCatalogue {
  /** Returns the error to respond with for any thrown value. Logs errors that the server caused. */
  readonly errorOf: (error: unknown, request: FailedRequest) => HttpError;
  /** Returns the problem document of an error from `errorOf`. */
  readonly documentOf: (error: HttpError, requestId: string) => object;
}

/** The facts about a failed request. */
export interface FailedRequest {
  readonly id: string;
  readonly log: Pick<FastifyRequest["log"], "error">;
  /** Undefined if no operation was found. */
  readonly operationId?: string | undefined;
}

/** The default catalogue: every error is a plain problem document. */
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

/** Returns the facts about a request, with the operation that Fastify's router found. */
export function failedRequest(request: FastifyRequest): FailedRequest {
  const { id, log, routeOptions } = request;
  return { id, log, operationId: routeOptions.config.operationId };
}

/** Ends an exchange without a response: the client disconnected, or none is to be sent. */
export class RequestAborted extends Error {
  override readonly name = "RequestAborted";
}
