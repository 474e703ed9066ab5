// What the five writes share: their idempotency key, their condition, and what the store's outcome means to the caller.
import { bodyFingerprint, idempotencyScope, readIdempotencyKey } from "../limits/idempotency.ts";
import { Refusal } from "../problems/refusal.ts";
import { readIfMatch } from "../store/etag.ts";
import type { IdempotentWrite, IfMatch, WriteOutcome } from "../store/writes.ts";

/** The part of a write's input that idempotency looks at. */
interface WriteInput {
  readonly operationId: string;
  readonly sentTo: string;
  readonly headers: { readonly "Idempotency-Key"?: string | undefined };
  readonly body: unknown;
}

/** The store's idempotency for a write that has a key. `answer`: the id its 202 names, which a repetition names again. */
export function idempotencyOf(input: WriteInput, answer: string): IdempotentWrite | undefined {
  const header = input.headers["Idempotency-Key"];
  if (header === undefined) return undefined;
  return {
    scope: idempotencyScope(input.operationId, input.sentTo),
    key: readIdempotencyKey(header),
    bodyFingerprint: bodyFingerprint(input.body),
    answer,
  };
}

/** The condition of a write that has one. */
export function conditionOf(headers: { readonly "If-Match"?: string | undefined }): IfMatch | undefined {
  const header = headers["If-Match"];
  return header === undefined ? undefined : readIfMatch(header);
}

/** The id that the 202 names: this write's, or the one that was answered when the write was done before. Throws the others' errors. */
export function answeredId(outcome: WriteOutcome, ours: string): string {
  switch (outcome.outcome) {
    case "done":
      return ours;
    case "replayed":
      return outcome.answer;
    case "key-reused":
      throw new Refusal("unprocessable");
    case "in-progress":
      throw new Refusal("conflict");
    case "precondition-failed":
      throw new Refusal("preconditionFailed");
    case "not-found":
      throw notFound(outcome.missing === "pool" ? "sender pool" : "sender in this pool");
  }
}

/** The 404 for something this account does not have, whoever else may. */
export function notFound(thing: string): Refusal {
  return new Refusal("notFound", { detail: `The ${thing} does not exist.` });
}
