// Converts requests for the state, and its errors.
import { fieldText, type HeaderFields } from "../runtime/boundary/message-head.ts";
import { HttpError, invalidRequest } from "../runtime/boundary/problem.ts";

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
