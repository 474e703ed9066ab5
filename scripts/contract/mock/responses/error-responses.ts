// Error responses in the document's own error schema, with the facts of the error filled in.
import { STATUS_CODES } from "node:http";
import type { SchemaPart } from "../../containment/schema-part.ts";
import type { GivenResponse } from "../../runtime/boundary/check-response.ts";
import { concreteType } from "../../runtime/boundary/media-type.ts";
import { type HttpError, problemText, problemType } from "../../runtime/boundary/problem.ts";
import type { MockContract, MockOperation } from "../mock-contract.ts";
import { type ErrorFacts, fillError } from "./fill-error.ts";
import type { StatedResponse, StatedResponses } from "./stated-responses.ts";

/**
 * Statuses that replace one that an operation does not declare: those that documents commonly declare for the
 * same error.
 */
const substitutes: Readonly<Record<number, readonly number[]>> = {
  400: [422],
  401: [403],
  404: [410],
  409: [400, 422],
  412: [409, 400],
  413: [400],
  415: [400, 422],
  422: [400],
};

/**
 * Returns the error of an operation as its document declares it; else a problem document (RFC 9457), which
 * the document does not describe.
 */
export function errorResponse(
  { answers, contract }: { readonly answers: StatedResponses; readonly contract: MockContract },
  operation: MockOperation,
  error: HttpError,
  accept?: string,
): GivenResponse {
  const found =
    declaredKey(operation, error.statusCode) ?? (isOfPath(error) ? declaredKey(operation, 404) : undefined);
  if (found === undefined) return problem(error);
  const { key, status } = found;
  const usual = { ...answers.answer(operation, { key, accept }), status };
  const headers = { ...usual.headers, ...fieldsOf(error) };
  const facts: ErrorFacts = {
    status,
    title: STATUS_CODES[status] ?? "Error",
    detail: error.message,
    errors: error.errors,
    isProblem: usual.type === problemType,
  };
  const content = operation.planned.responses
    .find((one) => one.status === key)
    ?.content.find(({ mediaType }) => concreteType(mediaType) === usual.type);
  const part: SchemaPart = { schema: content?.schema?.node ?? true };
  if (usual.value !== undefined) {
    for (const withErrors of [true, false]) {
      const value = fillError(
        contract.root,
        part,
        usual.value,
        withErrors ? facts : { ...facts, errors: [] },
      );
      const answer: StatedResponse = { ...usual, headers, value };
      if (answers.allows(operation, answer)) return answers.given(operation, answer);
    }
  }
  if (usual.source === "nothing") return problem(error);
  const withFields = { ...usual, headers };
  return answers.given(operation, answers.allows(operation, withFields) ? withFields : usual);
}

/** Returns the declared status for an error, by its key and number. */
function declaredKey(operation: MockOperation, status: number): { key: string; status: number } | undefined {
  const keys = Object.keys(operation.responses);
  const exact = [status, ...(substitutes[status] ?? [])].find((one) => keys.includes(String(one)));
  if (exact !== undefined) return { key: String(exact), status: exact };
  const range = keys.find((key) => key.toLowerCase() === `${Math.floor(status / 100)}xx`);
  const key = range ?? keys.find((one) => one === "default");
  return key === undefined ? undefined : { key, status };
}

/** Whether only the path is wrong: no resource has such an id. */
function isOfPath({ statusCode, errors }: HttpError): boolean {
  return statusCode === 400 && errors.length > 0 && errors.every((one) => one.in === "path");
}

/** Returns the plain problem document. */
export function problem(error: HttpError): GivenResponse {
  const { statusCode } = error;
  const text = problemText(error, STATUS_CODES[statusCode] ?? "Error");
  return {
    status: statusCode,
    headers: { ...error.headers, "Content-Type": problemType },
    body: JSON.parse(text) as unknown,
  };
}

/**
 * Returns a declared error that a tester requests, unchanged; undefined if the operation does not declare it.
 */
export function declaredResponse(
  answers: StatedResponses,
  operation: MockOperation,
  status: number,
  wish: { readonly accept?: string | undefined; readonly example?: string | undefined },
): StatedResponse | undefined {
  const keys = Object.keys(operation.responses);
  const key =
    keys.find((one) => one === String(status)) ??
    keys.find((one) => one.toLowerCase() === `${Math.floor(status / 100)}xx`) ??
    keys.find((one) => one === "default");
  if (key === undefined) return undefined;
  return { ...answers.answer(operation, { key, ...wish }), status };
}

/**
 * Returns header fields with their lines joined, the form that documents describe (RFC 9110, section 5.3).
 */
function fieldsOf({ headers }: HttpError): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
}
