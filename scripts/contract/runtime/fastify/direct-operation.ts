// Serves an exchange from head to response outside of Fastify's lifecycle, on Node's own objects: that halves
// the cost of a short exchange.
import type { ServerResponse } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GivenResponse } from "../boundary/check-response.ts";
import { isPromise, type MaybePromise } from "../boundary/maybe-promise.ts";
import { expectedType } from "../boundary/expected-type.ts";
import { invalidRequest, problemType, type RequestProblem } from "../boundary/problem.ts";
import type { ReadBody } from "../boundary/read-body.ts";
import type { ReadParameters } from "../boundary/read-parameters.ts";
import { sendContinue } from "./expect-continue.ts";
import { contentFields, RequestHead } from "./message-head.ts";
import type { OperationBoundary } from "./operation-boundary.ts";
import { receiveBody } from "./receive-body.ts";
import { type ReadyResponse, respond } from "./respond.ts";
import type { Service } from "./served.ts";
import { type Exchange, RequestAborted, wireProblem } from "./steps.ts";

/** An exchange in progress. */
interface DirectExchange extends Exchange {
  readonly response: ServerResponse;
  readonly reply: FastifyReply | undefined;
  readonly head: RequestHead;
  /** Path parameters by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
  /** The media type of the incoming body, as written in the document. */
  declared: string | undefined;
}

/**
 * Serves one operation. The steps run synchronously, without a promise between them, unless one has to be
 * awaited: a hook of the application, the body, the handler.
 */
export class DirectOperation {
  readonly #boundary: OperationBoundary;
  readonly #service: Service;
  readonly #maxBody: number;

  /** @param maxBody  maximum size of a body in bytes */
  constructor(boundary: OperationBoundary, service: Service, maxBody: number) {
    this.#boundary = boundary;
    this.#service = service;
    this.#maxBody = maxBody;
  }

  /** Responds to one request; never throws. */
  serve(
    request: FastifyRequest,
    response: ServerResponse,
    rawPath: Readonly<Record<string, string>>,
    reply?: FastifyReply,
  ): void {
    const exchange: DirectExchange = {
      request,
      operationId: this.#boundary.served.operation.operationId,
      fields: this.#boundary.fieldsOf(request),
      startedAt: performance.now(),
      callers: noCallers,
      received: undefined,
      error: undefined,
      response,
      reply,
      head: new RequestHead(request),
      rawPath,
      declared: undefined,
    };
    this.#attempt(exchange, () => this.#admit(exchange));
  }

  #admit(exchange: DirectExchange): void {
    const { head, request, operationId } = exchange;
    this.#service.steps.begin?.(exchange);
    this.#then(
      exchange,
      this.#boundary.receiver.admission.callers({ head, request, operationId }),
      (callers) => {
        exchange.callers = callers;
        this.#then(exchange, this.#service.steps.admitted?.(exchange), () => this.#listen(exchange));
      },
    );
  }

  /** Runs a step; errors become error responses, because no caller would catch them. */
  #attempt(exchange: DirectExchange, step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#refuse(exchange, error);
    }
  }

  /** Calls `next` with the value: at once, or when the promise is fulfilled. */
  #then<Value>(exchange: DirectExchange, given: MaybePromise<Value>, next: (value: Value) => void): void {
    if (!isPromise(given)) {
      next(given);
      return;
    }
    given.then(
      (value) => this.#attempt(exchange, () => next(value)),
      (error: unknown) => this.#refuse(exchange, error),
    );
  }

  /** Receives the body, if there is one. */
  #listen(exchange: DirectExchange): void {
    const { request, response } = exchange;
    const fields = contentFields(request);
    exchange.declared = expectedType(fields, this.#boundary.served.operation.body, this.#maxBody);
    if (exchange.declared === undefined) {
      this.#read(exchange, undefined);
      return;
    }
    sendContinue(request.raw, response);
    receiveBody(
      request.raw,
      this.#maxBody,
      (bytes) => this.#attempt(exchange, () => this.#read(exchange, bytes)),
      (error) => this.#refuse(exchange, error),
    );
  }

  #read(exchange: DirectExchange, bytes: Uint8Array | undefined): void {
    const { head, rawPath, declared } = exchange;
    const problems: RequestProblem[] = [];
    const parameters = this.#boundary.parametersOf(head, rawPath, problems);
    if (bytes === undefined || bytes.length === 0 || declared === undefined) {
      this.#handle(exchange, parameters, undefined, problems);
      return;
    }
    const read = this.#boundary.receiver.readBody(bytes, head, declared, problems);
    this.#then(exchange, read, (body) => this.#handle(exchange, parameters, body, problems));
  }

  #handle(
    exchange: DirectExchange,
    parameters: ReadParameters,
    read: ReadBody | undefined,
    problems: RequestProblem[],
  ): void {
    const { request, callers, reply, declared } = exchange;
    exchange.received = read?.body;
    this.#boundary.receiver.check(parameters, declared, read, problems);
    if (problems.length > 0) throw invalidRequest(problems);
    const { path, query, headers, cookies } = parameters;
    const input = { path, query, headers, cookies, body: read?.body, callers, request, reply };
    this.#then(exchange, this.#boundary.served.handle(input), (given) => {
      if (exchange.response.headersSent) return;
      const handled = this.#service.steps.handled?.(exchange);
      // By now, a handler that sends the response itself has sent it.
      this.#then(exchange, handled, () => this.#conclude(exchange, given as GivenResponse));
    });
  }

  #conclude(exchange: DirectExchange, given: GivenResponse): void {
    const { status, headers, body, isJson } = this.#boundary.response(given, exchange.fields);
    const sent = isJson ? JSON.stringify(body) : body;
    const { request, operationId, fields } = exchange;
    const failed = (err: Error): void =>
      request.log.error({ err, operationId }, "a response failed after it had begun");
    this.#send(exchange, { status, fields, headers, body: sent as ReadyResponse["body"], failed });
  }

  /** Sends a problem document. */
  #refuse(exchange: DirectExchange, error: unknown): void {
    if (error instanceof RequestAborted) return;
    const { request, operationId, fields, response } = exchange;
    if (response.headersSent) {
      request.log.error({ err: error, operationId }, "a response failed after it had begun");
      response.destroy();
      return;
    }
    exchange.error = error;
    const about = { id: request.id, log: request.log, operationId };
    const problem = wireProblem(error, about, this.#service.problems);
    const breach = this.#boundary.breachOf(problem, fields);
    if (breach !== undefined) this.#service.problems.errorOf(breach, about);
    const { status, document } = problem;
    const headers = { ...problem.headers, "Content-Type": problemType };
    this.#send(exchange, { status, fields, headers, body: JSON.stringify(document) });
  }

  #send(exchange: DirectExchange, ready: ReadyResponse): void {
    respond(exchange.response, ready, this.#service.connection);
    this.#service.steps.sent?.(exchange, ready.status);
  }
}

const noCallers = {};
