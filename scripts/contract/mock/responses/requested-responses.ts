// Responses that a tester requests with `Prefer` or with a fault.

import type { GivenResponse } from "../../runtime/boundary/check-response.ts";
import { fieldText } from "../../runtime/boundary/message-head.ts";
import { HttpError } from "../../runtime/boundary/problem.ts";
import type { FaultRule } from "../../runtime/control/faults.ts";
import type { Preference } from "../../runtime/control/prefer.ts";
import { ConnectionReset } from "../connection-reset.ts";
import { pause } from "../pause.ts";
import type { MockedContract } from "../mock.ts";
import type { MockOperation } from "../mock-contract.ts";
import type { SentRequest } from "../mock-receiver.ts";
import { declaredResponse, errorResponse, problem } from "./error-responses.ts";
import { type StatedResponse, successKey } from "./stated-responses.ts";

/**
 * Returns the response that `Prefer: code=…, example=…` requests. Throws an HttpError (400) for one that the
 * document does not declare.
 */
export function askedResponse(
  mocked: MockedContract,
  operation: MockOperation,
  { code, example }: Preference,
  { head }: SentRequest,
): GivenResponse {
  const { answers } = mocked;
  const accept = fieldText(head.headers, "accept");
  const key = successKey(operation);
  const answer =
    code === undefined
      ? key && answers.answer(operation, { key, accept, example })
      : declaredResponse(answers, operation, code, { accept, example });
  if (answer && answer.source !== "nothing")
    return givenOrFilled(mocked, operation, answer, { detail: "Prefer requests this error.", accept });
  throw new HttpError(400, `The document does not declare this response of ${operation.operationId}.`, {
    errors: [
      {
        in: "header",
        name: "Prefer",
        detail: "must name a status and an example that the document declares",
      },
    ],
  });
}

/**
 * Waits, then returns the error of a fault; undefined if the fault is only a delay. Rejects with a
 * ConnectionReset if the fault resets the connection.
 */
export async function failedResponse(
  mocked: MockedContract,
  operation: MockOperation,
  { delay, reset, status }: FaultRule,
  { head }: SentRequest,
): Promise<GivenResponse | undefined> {
  if (delay !== undefined) await pause(delay);
  if (reset === true) throw new ConnectionReset("a fault breaks the connection");
  if (status === undefined) return undefined;
  const accept = fieldText(head.headers, "accept");
  const detail = "A fault that was set for this tenant.";
  const answer = declaredResponse(mocked.answers, operation, status, { accept });
  if (answer === undefined) return problem(new HttpError(status, detail, { headers: undeclared }));
  return givenOrFilled(mocked, operation, answer, { detail, accept });
}

/** Marks the only responses that the document does not describe although it describes their operation. */
const undeclared = { Fault: "undeclared" };

/** Fills in an error that is made from its schema, like the errors of requests; an example is not changed. */
function givenOrFilled(
  mocked: MockedContract,
  operation: MockOperation,
  answer: StatedResponse,
  { detail, accept }: { readonly detail: string; readonly accept: string | undefined },
): GivenResponse {
  const { status, source } = answer;
  return status >= 400 && source === "schema"
    ? errorResponse(mocked, operation, new HttpError(status, detail), accept)
    : mocked.answers.given(operation, answer);
}
