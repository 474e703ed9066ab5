// Converts requests for the state, and its errors.
import { isDeepStrictEqual } from "node:util";
import type { Json } from "../document/document.ts";
import { declaredStatus } from "../runtime/boundary/check-response.ts";
import { isJsonType } from "../runtime/boundary/media-type.ts";
import { fieldText, type HeaderFields } from "../runtime/boundary/message-head.ts";
import { HttpError, invalidRequest } from "../runtime/boundary/problem.ts";
import type { StateResponse } from "../runtime/state/state-api.ts";
import type { MockGiven } from "./checked-response.ts";
import type { MockedContract } from "./mock.ts";
import type { MockOperation } from "./mock-contract.ts";
import { chosenType } from "./responses/media.ts";
import { isXmlType } from "./xml-types.ts";

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

/**
 * Returns a response with its value in its media type, such as XML by the names of the schema; of several,
 * the one that the client prefers.
 */
export function written(
  { answers }: MockedContract,
  operation: MockOperation,
  response: StateResponse,
  accept: string | undefined,
): MockGiven {
  const { status, headers, value } = response;
  const usual = headers["Content-Type"];
  const type = accept === undefined ? usual : preferredType({ operation, status, usual }, accept);
  if (value === undefined && type === usual) return response;
  const json = (value ?? response.body) as Json; // The state holds JSON only.
  return answers.given(operation, { status, type, value: json, headers, source: "schema" });
}

/** Another media type is preferred only if it has the same schema: the value is of that schema. */
function preferredType(
  given: { readonly operation: MockOperation; readonly status: number; readonly usual: string | undefined },
  accept: string,
): string | undefined {
  const { operation, status, usual } = given;
  const key = declaredStatus(operation.responses, status);
  const content = operation.planned.responses.find((one) => one.status === key)?.content ?? [];
  if (content.length < 2) return usual;
  const chosen = chosenType(
    content.map(({ mediaType }) => mediaType),
    accept,
  );
  const schemaOf = (type: string | undefined) =>
    content.find(({ mediaType }) => mediaType === type)?.schema?.node;
  if (chosen === undefined || !(isJsonType(chosen) || isXmlType(chosen)) || chosen.includes("*"))
    return usual;
  return isDeepStrictEqual(schemaOf(chosen), schemaOf(usual)) ? chosen : usual;
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
