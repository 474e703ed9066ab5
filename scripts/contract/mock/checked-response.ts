// Validates responses against the document before they are sent: a response that violates it is withheld.
import {
  declaredStatus,
  type GivenResponse,
  ResponseBreaksDocument,
  type ResponseRules,
  wireResponse,
  type WireResponse,
} from "../runtime/boundary/check-response.ts";
import { HttpError } from "../runtime/boundary/problem.ts";
import { declaresSuccess } from "../runtime/state/operation-parts.ts";
import { problem } from "./responses/error-responses.ts";
import type { MockOperation } from "./mock-contract.ts";

/**
 * Returns the response of an operation in its wire form. An error whose status is not declared is not
 * validated: the document does not describe it. Nor is a success where the document declares errors only.
 *
 * @throws ResponseBreaksDocument
 */
export function checked(operation: MockOperation, given: GivenResponse): WireResponse {
  const mustBeDeclared = given.status < 400 && declaresSuccess(operation);
  const isDeclared = mustBeDeclared || declaredStatus(operation.responses, given.status) !== undefined;
  return wireResponse(operation.responseRules, announcing(operation, given), isDeclared);
}

function announcing({ announced }: MockOperation, given: GivenResponse): GivenResponse {
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
): WireResponse {
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
