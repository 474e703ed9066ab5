// Problem documents (RFC 9457): the format of every error response, those of the framework included.
import { constraints } from "../../generated/constraints.ts";
import type { components } from "../../generated/types.ts";
import { type ErrorName, errorKinds } from "./errors.ts";
import type { ProblemError } from "./api-problem.ts";

/** A problem document. */
export type Problem = components["schemas"]["Problem"];

const limits = constraints.schemas;
const maxErrors = limits.Problem.properties.errors.maxItems;

/** The input of a problem document. */
export interface ApiProblemLike {
  readonly kind: ErrorName;
  readonly message: string;
  readonly errors: readonly ProblemError[];
}

/** Builds the problem document of an error; `requestId` identifies the exchange in the logs. */
export function problemOf(error: ApiProblemLike, requestId: string): Problem {
  const { status, code, title } = errorKinds[error.kind];
  const document: Problem = {
    type: "about:blank",
    title,
    status,
    detail: shorten(error.message, limits.Problem.properties.detail.maxLength),
    instance: `urn:request:${requestId}`,
    code,
  };
  if (error.errors.length > 0) document.errors = error.errors.slice(0, maxErrors).map(bounded);
  return document;
}

/**
 * Number of problems after which validation can stop: one more than are listed, so that it is known that
 * there are more.
 */
export const enoughProblems = maxErrors + 1;

/** Returns "The request has 3 problems.", or that there are more than are listed. */
export function countProblems(count: number): string {
  if (count > maxErrors)
    return `The request has more than ${maxErrors} problems; the first ${maxErrors} are listed.`;
  return `The request has ${count} ${count === 1 ? "problem" : "problems"}.`;
}

/** Shortens the members of an error that contain text of the request to the contract's limits. */
function bounded(error: ProblemError): ProblemError {
  const detail = shorten(error.detail, limits.ErrorDetail.maxLength);
  if (error.in !== "body") {
    return {
      in: error.in,
      name: shorten(error.name, limits.ParameterError.properties.name.maxLength),
      detail,
    };
  }
  return { in: "body", pointer: shortenPointer(error.pointer), detail };
}

/**
 * Truncates a text to at most `length` code points. A text has at most as many code points as UTF-16 units,
 * so short texts are not counted.
 */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const points = Array.from(text.slice(0, 2 * length));
  return points.length <= length ? points.join("") : `${points.slice(0, length - 1).join("")}…`;
}

/** Returns the pointer, or, if it is too long, its nearest ancestor that fits. */
function shortenPointer(pointer: string): string {
  const length = limits.BodyError.properties.pointer.maxLength;
  return pointer.length <= length ? pointer : pointer.slice(0, pointer.lastIndexOf("/", length));
}
