// Responses as they are sent, held against the document: what it does not allow does not leave.
import {
  declaredStatus,
  type GivenResponse,
  ResponseBreaksDocument,
  type ResponseRules,
  wireResponse,
  type WireResponse,
} from "../runtime/boundary/check-response.ts";
import { HttpError } from "../runtime/boundary/problem.ts";
import { problem } from "./responses/error-responses.ts";
import type { MockOperation } from "./mock-contract.ts";

/** The response of an operation. Throws a ResponseBreaksDocument; of an error that is not declared, the document says nothing. */
export function checked(operation: MockOperation, given: GivenResponse): WireResponse {
  const isDeclared = given.status < 400 || declaredStatus(operation.responses, given.status) !== undefined;
  return wireResponse(operation.responseRules, given, isDeclared);
}

/**
 * The same for an error: in place of one that the document does not allow, a 500 that says so.
 *
 * @param withheld  is told what was wrong with the response that is not sent
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

/** A response that no document says anything of. */
export function unchecked(given: GivenResponse): WireResponse {
  return wireResponse(noRules, given, false);
}

const noRules: ResponseRules = { method: "GET", pointer: "", responses: {}, validators: {} };
