// Validates responses against the document before they are sent: a response that violates it is withheld.
import {
  declaredStatus,
  type GivenResponse,
  JsonText,
  ResponseBreaksDocument,
  type ResponseRules,
  wireResponse,
  type WireResponse,
} from "../runtime/boundary/check-response.ts";
import { isJsonType } from "../runtime/boundary/media-type.ts";
import { HttpError } from "../runtime/boundary/problem.ts";
import { declaresSuccess } from "../runtime/state/operation-parts.ts";
import { problem } from "./responses/error-responses.ts";
import type { MockOperation } from "./mock-contract.ts";

/** A response that is still to be validated. */
export interface MockGiven extends GivenResponse {
  /** Where its body has stored values (see StateResponse), which are validated once. */
  readonly stored?: readonly string[] | undefined;
}

/** A response to send. */
export interface MockResponse extends WireResponse {
  /** The JSON text of `body`, if it is known already. */
  readonly text?: string | undefined;
}

/**
 * Returns the response of an operation in its wire form. An error whose status is not declared is not
 * validated: the document does not describe it. Nor is a success where the document declares errors only.
 *
 * @throws ResponseBreaksDocument
 */
export function checked(operation: MockOperation, given: MockGiven): MockResponse {
  const { responses, responseRules } = operation;
  const key = declaredStatus(responses, given.status);
  const isDeclared = key !== undefined || (given.status < 400 && declaresSuccess(operation));
  const announced = announcing(operation, given);
  return given.stored === undefined || key === undefined
    ? wireResponse(responseRules, announced, isDeclared)
    : checkedStored(operation, key, announced, given.stored);
}

/** Like `wireResponse`, which validates everything, where stored values are known to be valid. */
function checkedStored(
  { parts, responseRules }: MockOperation,
  key: string,
  given: MockGiven,
  names: readonly string[],
): MockResponse {
  const { status, headers, body } = given;
  const type = headers?.["Content-Type"];
  if (typeof type !== "string" || !isJsonType(type)) return wireResponse(responseRules, given, true);
  const known = parts.stored.textOf({ status, key, type, body, names });
  if (known === undefined) {
    const wire = wireResponse(responseRules, given, true);
    return wire.isJson ? { ...wire, text: parts.stored.keep({ status, type, body, names }) } : wire;
  }
  const wire = wireResponse(responseRules, { status, headers, body: new JsonText(known) }, true);
  return { status, headers: wire.headers, body, isJson: true, text: known };
}

function announcing({ announced }: MockOperation, given: MockGiven): MockGiven {
  return announced === undefined ? given : { ...given, headers: { ...announced, ...given.headers } };
}

/**
 * Like `checked`, for error responses: an error that violates the document is replaced by a 500 that reports
 * the violation.
 *
 * @param withheld  receives the violation of the response that is not sent
 */
export function checkedOrError(
  operation: MockOperation,
  given: GivenResponse,
  withheld: (reason: string) => void,
): MockResponse {
  try {
    return checked(operation, given);
  } catch (error) {
    if (!(error instanceof ResponseBreaksDocument)) throw error;
    withheld(error.message);
    const told = new HttpError(500, `The mock has no response that the document allows: ${error.message}`);
    return wireResponse(operation.responseRules, problem(told), false);
  }
}

/** Returns the wire form of a response that no document describes. */
export function unchecked(given: GivenResponse): WireResponse {
  return wireResponse(noRules, given, false);
}

const noRules: ResponseRules = { method: "GET", pointer: "", responses: {}, validators: {} };
