// One exchange from its head to its answer: who asks, may they, what do they say, what does the handler answer.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type OperationId, operations } from "../generated/operations.ts";
import { createAnswerCheck } from "./check-answer.ts";
import { errorKind } from "./errors.ts";
import { refusalOf } from "./failure.ts";
import type { Answer, Handler } from "./handler.ts";
import { createPreferredError, type PreferredError } from "./preferred-error.ts";
import { problemMediaType, problemOf } from "./problem.ts";
import { createInputReader, type ReceivedBody } from "./read-input.ts";
import { Refusal } from "./refusal.ts";
import { bodyMediaType, receiveBody, RequestAborted } from "./request-body.ts";
import { respond } from "./respond.ts";
import type { Services } from "./services.ts";

/** A request that has found its operation. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Path parameters by name, still percent-encoded. */
  readonly rawPath: Record<string, string>;
}

/** Answers one exchange, whatever happens; never throws. */
export type ServeOperation = (exchange: Exchange) => void;

type Fields = Record<string, string | number>;

/** An exchange that has begun. */
interface Begun {
  readonly exchange: Exchange;
  readonly startedAt: number;
  /** Header fields that every answer from here on carries, errors included. */
  readonly fields: Fields;
}

interface Outgoing {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Fields;
  readonly body: unknown;
}

/**
 * Makes what serves one operation of the contract. The steps follow each other without a promise between them, unless there
 * is something to wait for: a body, a preferred delay, the handler.
 */
export function createServeOperation<Id extends OperationId>(
  operationId: Id,
  handler: Handler<Id>,
  services: Services,
): ServeOperation {
  const { settings, authenticator, rateLimiter, lifecycle, context, log, metrics } = services;
  const { body: bodyRules, responses } = operations[operationId];
  const contentTypes = successTypes(responses);
  const readInput = createInputReader(operationId, services.validators, {
    bodyRequired: bodyRules?.required ?? false,
    limits: settings,
  });
  const checkAnswer = settings.validateAnswers
    ? createAnswerCheck(operationId, services.validators)
    : undefined;
  const preferredError = settings.prefer
    ? createPreferredError(operationId, settings.longestWait)
    : undefined;

  function serve(exchange: Exchange): void {
    const { request, requestId } = exchange;
    const begun = { exchange, startedAt: performance.now(), fields: { "Request-Id": requestId } };
    try {
      const accountId = admit(begun);
      if (preferredError !== undefined && request.headers["prefer"] !== undefined) {
        void waitFor(begun, accountId, preferredError);
      } else listen(begun, accountId);
    } catch (error) {
      refuse(begun, error);
    }
  }

  /** Whose request it is. Throws what can be said without looking at the request's content. */
  function admit({ exchange, fields }: Begun): string {
    if (lifecycle.draining) throw new Refusal("unavailable", { detail: "The server is stopping." });
    const accountId = authenticator.authenticate(exchange.request);
    if (rateLimiter !== undefined) Object.assign(fields, rateLimiter.take(accountId));
    return accountId;
  }

  async function waitFor(begun: Begun, accountId: string, preferred: PreferredError): Promise<void> {
    try {
      Object.assign(begun.fields, await preferred(begun.exchange.request));
      listen(begun, accountId);
    } catch (error) {
      refuse(begun, error);
    }
  }

  /** Receives the body, where one is coming. */
  function listen(begun: Begun, accountId: string): void {
    const { request } = begun.exchange;
    const mediaType = bodyRules && bodyMediaType(request.headers, bodyRules, settings.maxBody);
    if (mediaType === undefined) {
      handle(begun, accountId, undefined);
      return;
    }
    receiveBody(request, settings.maxBody)
      .then((bytes) => handle(begun, accountId, { mediaType, bytes }))
      .catch((error: unknown) => refuse(begun, error));
  }

  function handle(begun: Begun, accountId: string, body: ReceivedBody | undefined): void {
    const { request, rawPath } = begun.exchange;
    const input = readInput({ accountId, message: request, rawPath, body });
    handler(input, context).then(
      (answer) => conclude(begun, answer),
      (error: unknown) => refuse(begun, error),
    );
  }

  function conclude(begun: Begun, { status, headers, body }: Answer<Id>): void {
    try {
      const contentType = contentTypes[status] ?? "";
      const outgoing = { status, contentType, headers: { ...begun.fields, ...headers }, body };
      checkAnswer?.(outgoing);
      send(begun, outgoing);
    } catch (error) {
      refuse(begun, error);
    }
  }

  /** Answers with a problem document. It is the server's last word, so when it breaks the contract, that is only logged. */
  function refuse(begun: Begun, error: unknown): void {
    if (error instanceof RequestAborted) return;
    const { requestId } = begun.exchange;
    const refusal = refusalOf(error, log, { requestId, operationId });
    const { status } = errorKind(refusal.kind);
    const headers = { ...begun.fields, ...refusal.headers };
    const outgoing = { status, contentType: problemMediaType, headers, body: problemOf(refusal, requestId) };
    try {
      checkAnswer?.(outgoing);
    } catch (breach) {
      log.error({ requestId, operationId, err: breach }, "a problem document breaks the contract");
    }
    send(begun, outgoing);
  }

  function send({ exchange, startedAt }: Begun, { status, contentType, headers, body }: Outgoing): void {
    respond(exchange.response, { status, contentType, headers, body: JSON.stringify(body) }, lifecycle);
    const milliseconds = performance.now() - startedAt;
    metrics.observe(operationId, status, milliseconds);
    if (!settings.logRequests) return;
    log.info({ requestId: exchange.requestId, operationId, status, milliseconds }, "answered");
  }

  return serve;
}

/** Success status → the media type of its answer. */
function successTypes(
  responses: Readonly<Record<string, { readonly mediaTypes: readonly string[] }>>,
): Readonly<Record<number, string | undefined>> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { mediaTypes }]) => [Number(status), mediaTypes[0]]),
  );
}
