// Code that the five write handlers share: the idempotency key, the `If-Match` condition, and the response
// for each outcome of the store.
import { bodyFingerprint, idempotencyScope, readIdempotencyKey } from "../limits/idempotency.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import { readIfMatch } from "../store/etag.ts";
import type { IdempotentWrite, IfMatch, WriteOutcome } from "../store/writes.ts";

/** The part of a write's input that idempotency depends on. */
interface WriteInput {
  readonly operationId: string;
  readonly sentTo: string;
  readonly headers: { readonly "Idempotency-Key"?: string | undefined };
  readonly body: unknown;
}

/**
 * The idempotency of a write that has a key; undefined for one without. `response` is the id that its 202
 * names; a retry names it again.
 */
export function idempotencyOf(input: WriteInput, response: string): IdempotentWrite | undefined {
  const header = input.headers["Idempotency-Key"];
  if (header === undefined) return undefined;
  return {
    scope: idempotencyScope(input.operationId, input.sentTo),
    key: readIdempotencyKey(header),
    bodyFingerprint: bodyFingerprint(input.body),
    response,
  };
}

/** The parsed `If-Match` condition; undefined for a write without one. */
export function conditionOf(headers: { readonly "If-Match"?: string | undefined }): IfMatch | undefined {
  const header = headers["If-Match"];
  return header === undefined ? undefined : readIfMatch(header);
}

/**
 * The id that the 202 names: this write's, or, for a retry, that of the first response. Throws the error of
 * every other outcome.
 */
export function responseId(outcome: WriteOutcome, ours: string): string {
  switch (outcome.outcome) {
    case "done":
      return ours;
    case "replayed":
      return outcome.response;
    case "key-reused":
      throw new ApiProblem("unprocessable");
    case "in-progress":
      throw new ApiProblem("conflict");
    case "precondition-failed":
      throw new ApiProblem("preconditionFailed");
    case "not-found":
      throw notFound(outcome.missing === "pool" ? "sender pool" : "sender in this pool");
  }
}

/** The 404 for a resource that this account does not have, even if another account has it. */
export function notFound(thing: string): ApiProblem {
  return new ApiProblem("notFound", { detail: `The ${thing} does not exist.` });
}
