// Responds from the document alone: the last responder, for requests that no handler and no state responds
// to.
import type { GivenResponse } from "../../runtime/boundary/check-response.ts";
import { fieldText } from "../../runtime/boundary/message-head.ts";
import { HttpError } from "../../runtime/boundary/problem.ts";
import { streamAskedFor } from "../../runtime/state/switched-stream.ts";
import type { MockedContract } from "../mock.ts";
import type { MockOperation } from "../mock-contract.ts";
import type { SentRequest } from "../mock-receiver.ts";
import { successKey } from "./stated-responses.ts";

/** A response from the document's examples, else from values made for its schemas. */
export function respondFromDocument(
  { answers }: MockedContract,
  operation: MockOperation,
  { head }: SentRequest,
  body?: unknown,
): GivenResponse {
  const key = successKey(operation);
  if (key === undefined) return { status: 204 };
  const types = operation.responses[key]?.mediaTypes ?? [];
  const asked = streamAskedFor(types, body, operation.planned.source.operation["x-sdk"]);
  const answer = answers.answer(operation, { key, accept: asked ?? fieldText(head.headers, "accept") });
  if (answer.source === "nothing")
    throw new HttpError(500, `No response was found that the document allows for ${operation.operationId}.`);
  return answers.given(operation, answer);
}
