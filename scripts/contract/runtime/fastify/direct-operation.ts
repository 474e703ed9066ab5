// One exchange from its head to its answer: who asks, may they, what do they say, what does the handler answer.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type OperationId, operations } from "../../generated/operations.ts";
import { type AnswerCheck, createAnswerCheck } from "./check-response.ts";
import { applyFault } from "../control/apply-fault.ts";
import type { FaultRule } from "../control/fault.ts";
import { errorKind } from "../problems/errors.ts";
import { sendContinue } from "./expect-continue.ts";
import { refusalOf } from "../problems/problem-from-error.ts";
import type { Answer, Handler } from "./handler.ts";
import { createPreferredError, type PreferredError } from "../problems/preferred-error.ts";
import { problemMediaType, problemOf } from "../problems/problem.ts";
import { createInputReader, type InputReader, type ReceivedBody } from "./read-input.ts";
import { Refusal } from "../problems/refusal.ts";
import { bodyMediaType, type BodyRules, receiveBody, RequestAborted } from "./request-body.ts";
import { respond } from "./respond.ts";
import type { Services } from "../services.ts";
import type { MaybePromise } from "../maybe-promise.ts";

/** A request that has found its operation. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Path parameters by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, string | number>>;

/** An exchange that has begun. */
interface Begun {
  readonly exchange: Exchange;
  readonly startedAt: number;
  /** Header fields that every answer from here on carries, errors included. */
  readonly fields: Record<string, string | number>;
  /** What a tester has made to go wrong with it. */
  fault?: FaultRule | undefined;
}

interface Outgoing {
  readonly status: number;
  readonly contentType: string;
  /** Beside those that every answer of the exchange carries. */
  readonly headers: Fields;
  readonly body: unknown;
}

/**
 * Serves one operation of the contract. The steps follow each other without a promise between them, unless there is something
 * to wait for: a preferred delay, a body, the handler.
 */
export class OperationServer<Id extends OperationId> {
  private readonly operationId: Id;
  private readonly handler: Handler<Id>;
  private readonly services: Services;
  private readonly bodyRules: BodyRules | undefined;
  private readonly contentTypes: Readonly<Record<number, string | undefined>>;
  private readonly readInput: InputReader<Id>;
  private readonly checkAnswer: AnswerCheck | undefined;
  private readonly preferredError: PreferredError | undefined;

  constructor(operationId: Id, handler: Handler<Id>, services: Services) {
    const { settings, validators } = services;
    const { body, responses } = operations[operationId];
    this.operationId = operationId;
    this.handler = handler;
    this.services = services;
    this.bodyRules = body;
    this.contentTypes = firstTypes(responses);
    this.readInput = createInputReader(operationId, validators, {
      bodyRequired: body?.required ?? false,
      limits: settings,
    });
    if (settings.validateAnswers) this.checkAnswer = createAnswerCheck(operationId, validators);
    if (settings.prefer) this.preferredError = createPreferredError(operationId, settings.longestWait);
  }

  /** Answers one exchange, whatever happens; never throws. */
  serve(exchange: Exchange): void {
    const { requestId } = exchange;
    const begun: Begun = { exchange, startedAt: performance.now(), fields: { "Request-Id": requestId } };
    try {
      const accountId = this.admit(begun);
      const delays = this.delays(begun, accountId);
      if (delays === undefined) this.listen(begun, accountId);
      else void this.listenAfter(delays, begun, accountId);
    } catch (error) {
      this.refuse(begun, error);
    }
  }

  /** Whose request it is. Throws what can be said without looking at the request's content. */
  private admit({ exchange }: Begun): string {
    const { lifecycle, authenticator } = this.services;
    if (lifecycle.draining) throw new Refusal("unavailable", { detail: "The server is stopping." });
    return authenticator.authenticate(exchange.request);
  }

  /** What has to be waited for before the request is listened to; undefined when nothing has. Throws the 429. */
  private delays(begun: Begun, accountId: string): (() => Promise<void>) | undefined {
    const { rateLimiter, faults } = this.services;
    const { request } = begun.exchange;
    const limit = rateLimiter?.take(accountId);
    const isWaiting = limit instanceof Promise;
    if (!isWaiting) Object.assign(begun.fields, limit);
    const preferred = request.headers["prefer"] === undefined ? undefined : this.preferredError;
    if (!isWaiting && faults === undefined && preferred === undefined) return undefined;
    return async () => {
      if (isWaiting) Object.assign(begun.fields, await limit);
      begun.fault = faults?.hit(accountId, this.operationId);
      if (begun.fault?.at === "request") await applyFault(begun.fault, request);
      if (preferred !== undefined) Object.assign(begun.fields, await preferred(request));
    };
  }

  private async listenAfter(delays: () => Promise<void>, begun: Begun, accountId: string): Promise<void> {
    try {
      await delays();
      this.listen(begun, accountId);
    } catch (error) {
      this.refuse(begun, error);
    }
  }

  /** Receives the body, where one is coming. */
  private listen(begun: Begun, accountId: string): void {
    const { request, response } = begun.exchange;
    const { maxBody } = this.services.settings;
    const mediaType = this.bodyRules && bodyMediaType(request.headers, this.bodyRules, maxBody);
    if (mediaType === undefined) {
      this.handle(begun, accountId, undefined);
      return;
    }
    sendContinue(request, response);
    receiveBody(
      request,
      maxBody,
      (bytes) => this.handleReceived(begun, accountId, { mediaType, bytes }),
      (error) => this.refuse(begun, error),
    );
  }

  /** Nobody is above to catch what is thrown. */
  private handleReceived(begun: Begun, accountId: string, body: ReceivedBody): void {
    try {
      this.handle(begun, accountId, body);
    } catch (error) {
      this.refuse(begun, error);
    }
  }

  private handle(begun: Begun, accountId: string, body: ReceivedBody | undefined): void {
    const { request, rawPath } = begun.exchange;
    const input = this.readInput({ accountId, message: request, rawPath, body });
    const answer = this.handler(input, this.services.context);
    if (!(answer instanceof Promise) && begun.fault?.at !== "answer") this.conclude(begun, answer);
    else void this.concludeAfter(begun, answer);
  }

  private async concludeAfter(begun: Begun, answer: MaybePromise<Answer<Id>>): Promise<void> {
    const { fault, exchange } = begun;
    try {
      const given = await answer;
      if (fault?.at === "answer") await applyFault(fault, exchange.request);
      this.conclude(begun, given);
    } catch (error) {
      this.refuse(begun, error);
    }
  }

  private conclude(begun: Begun, { status, headers, body }: Answer<Id>): void {
    try {
      const outgoing = { status, contentType: this.contentTypes[status] ?? "", headers, body };
      this.check(begun, outgoing);
      this.send(begun, outgoing);
    } catch (error) {
      this.refuse(begun, error);
    }
  }

  /** Answers with a problem document. It is the server's last word, so when it breaks the contract, that is only logged. */
  private refuse(begun: Begun, error: unknown): void {
    if (error instanceof RequestAborted) return;
    const { log } = this.services;
    const { requestId } = begun.exchange;
    const refusal = refusalOf(error, log, { requestId, operationId: this.operationId });
    const { status } = errorKind(refusal.kind);
    const body = problemOf(refusal, requestId);
    const outgoing = { status, contentType: problemMediaType, headers: refusal.headers, body };
    try {
      this.check(begun, outgoing);
    } catch (breach) {
      log.error(
        { requestId, operationId: this.operationId, err: breach },
        "a problem document breaks the contract",
      );
    }
    this.send(begun, outgoing);
  }

  private check({ fields }: Begun, outgoing: Outgoing): void {
    this.checkAnswer?.(outgoing, fields);
  }

  private send(
    { exchange, startedAt, fields }: Begun,
    { status, contentType, headers, body }: Outgoing,
  ): void {
    const { lifecycle, metrics, settings, log } = this.services;
    // Without a body there is nothing to print: a status whose response declares no content, such as 204.
    const text = body === undefined ? undefined : JSON.stringify(body);
    respond(exchange.response, { status, contentType, fields, headers, body: text }, lifecycle);
    const milliseconds = performance.now() - startedAt;
    metrics.observe(this.operationId, status, milliseconds);
    if (!settings.logRequests) return;
    const { requestId } = exchange;
    log.info({ requestId, operationId: this.operationId, status, milliseconds }, "answered");
  }
}

/** Status → the first media type of its answer. */
function firstTypes(
  responses: Readonly<Record<string, { readonly mediaTypes: readonly string[] }>>,
): Readonly<Record<number, string | undefined>> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { mediaTypes }]) => [Number(status), mediaTypes[0]]),
  );
}
