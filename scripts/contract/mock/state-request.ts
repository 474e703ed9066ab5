// Converts requests for the state, and its errors.
import type { Json } from "../document/document.ts";
import type { GivenResponse } from "../runtime/boundary/check-response.ts";
import { fieldText, type HeaderFields } from "../runtime/boundary/message-head.ts";
import { HttpError, invalidRequest } from "../runtime/boundary/problem.ts";
import type { StateResponse } from "../runtime/state/state-api.ts";
import type { MockedContract } from "./mock.ts";
import type { MockOperation } from "./mock-contract.ts";

/**
 * Adds the conditional header fields, which every server may support, declared or not (RFC 9110, section
 * 13.1).
 */
export function withConditions(
  declared: Readonly<Record<string, unknown>>,
  sent: HeaderFields,
): Readonly<Record<string, unknown>> {
  const { "if-match": match, "if-none-match": noneMatch } = sent;
  if (match === undefined && noneMatch === undefined) return declared;
  const conditions = {
    "If-Match": fieldText(sent, "if-match"),
    "If-None-Match": fieldText(sent, "if-none-match"),
  };
  return { ...conditions, ...declared };
}

/** Returns a response with its value in its media type, such as XML by the names of the schema. */
export function written(
  { answers }: MockedContract,
  operation: MockOperation,
  { status, headers, value }: StateResponse,
): GivenResponse {
  const json = value as Json; // The state holds JSON only.
  return answers.given(operation, {
    status,
    type: headers["Content-Type"],
    value: json,
    headers,
    source: "schema",
  });
}

const sentences: Readonly<Record<number, string>> = {
  404: "The requested resource does not exist.",
  409: "The request conflicts with the current state of the resource.",
  412: "A precondition of the request failed.",
  422: "The Idempotency-Key was used with another body.",
};

/** Converts an error response to an HttpError, which is rendered in the document's own schema. */
export function errorOf({ status, body }: { readonly status: number; readonly body: unknown }): HttpError {
  const errors: unknown = Reflect.get(Object(body) as object, "errors");
  if (status === 400 && Array.isArray(errors)) return invalidRequest(errors as HttpError["errors"]);
  return new HttpError(status, sentences[status] ?? "The request cannot be processed.");
}
