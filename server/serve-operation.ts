// One exchange from its head to its answer: who asks, may they, what do they say, what does the handler answer.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type OperationId, operations } from "../generated/operations.ts";
import { createAnswerCheck } from "./check-answer.ts";
import { errorKind } from "./errors.ts";
import { refusalOf } from "./failure.ts";
import type { Handler } from "./handler.ts";
import { createPreferredError } from "./preferred-error.ts";
import { problemMediaType, problemOf } from "./problem.ts";
import { createInputReader } from "./read-input.ts";
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

/** Answers one exchange, whatever happens; never rejects. */
export type ServeOperation = (exchange: Exchange) => Promise<void>;

interface Outgoing {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Fields>;
  readonly body: unknown;
}

type Fields = Record<string, string | number>;

/** Makes what serves one operation of the contract. */
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

  /** The answer as asked. Into `fields` goes what every answer from here on carries, errors included. */
  async function serve({ request, rawPath }: Exchange, fields: Fields): Promise<Outgoing> {
    if (lifecycle.draining) throw new Refusal("unavailable", { detail: "The server is stopping." });
    const accountId = authenticator.authenticate(request);
    if (rateLimiter !== undefined) Object.assign(fields, rateLimiter.take(accountId));
    if (preferredError !== undefined) Object.assign(fields, await preferredError(request));
    const mediaType = bodyRules && bodyMediaType(request.headers, bodyRules, settings.maxBody);
    const body = mediaType && { mediaType, bytes: await receiveBody(request, settings.maxBody) };
    const input = readInput({ accountId, message: request, rawPath, body: body || undefined });
    const { status, headers, body: answered } = await handler(input, context);
    const contentType = contentTypes[status] ?? "";
    const outgoing = { status, contentType, headers: { ...fields, ...headers }, body: answered };
    checkAnswer?.(outgoing);
    return outgoing;
  }

  /** The problem document for what was thrown. It is the server's last word, so a breach of the contract is only logged. */
  function refuse(error: unknown, requestId: string, fields: Fields): Outgoing {
    const refusal = refusalOf(error, log, { requestId, operationId });
    const { status } = errorKind(refusal.kind);
    const headers = { ...fields, ...refusal.headers };
    const outgoing = { status, contentType: problemMediaType, headers, body: problemOf(refusal, requestId) };
    try {
      checkAnswer?.(outgoing);
    } catch (breach) {
      log.error({ requestId, operationId, err: breach }, "a problem document breaks the contract");
    }
    return outgoing;
  }

  return async (exchange) => {
    const startedAt = performance.now();
    const { response, requestId } = exchange;
    const fields: Fields = { "Request-Id": requestId };
    let outgoing: Outgoing;
    try {
      outgoing = await serve(exchange, fields);
    } catch (error) {
      if (error instanceof RequestAborted) return;
      outgoing = refuse(error, requestId, fields);
    }
    const { status, contentType, headers } = outgoing;
    respond(response, { status, contentType, headers, body: JSON.stringify(outgoing.body) }, lifecycle);
    const milliseconds = performance.now() - startedAt;
    metrics.observe(operationId, status, milliseconds);
    if (settings.logRequests) log.info({ requestId, operationId, status, milliseconds }, "answered");
  };
}

/** Success status → the media type of its answer. */
function successTypes(
  responses: Readonly<Record<string, { readonly mediaTypes: readonly string[] }>>,
): Readonly<Record<number, string | undefined>> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { mediaTypes }]) => [Number(status), mediaTypes[0]]),
  );
}
