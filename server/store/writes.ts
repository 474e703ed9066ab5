// The writes that a store takes, and how they end.
import type { Tags } from "./items.ts";

/** Names one pool of one account. */
export interface SenderPoolKey {
  readonly accountId: string;
  readonly poolId: string;
}

/**
 * A repeatable write (draft-ietf-httpapi-idempotency-key-header): the answer is kept in the write's own transaction,
 * so that whoever repeats the write gets it again. A write that is not done keeps nothing.
 */
export interface IdempotentWrite {
  /** The contract's operation and the path it was sent to: `idempotencyScope()`. */
  readonly scope: string;
  readonly key: string;
  /** `bodyFingerprint()` of what was sent: the same key with another body is refused. */
  readonly bodyFingerprint: string;
  /** Whatever the caller needs to answer a repetition as it answered the first; opaque here. */
  readonly answer: string;
}

/** What every write carries. */
export interface Write {
  readonly accountId: string;
  readonly idempotency?: IdempotentWrite | undefined;
}

/** `If-Match`: `*`, or the entity tags (without weak ones, quotes included) of which one must be the pool's. */
export type IfMatch = "*" | readonly string[];

/**
 * The caller makes both ids (`newSenderPoolId()`, `newSenderPoolOperationId()`) just before it calls, because the answer that is
 * kept with the write names them.
 */
export interface CreateSenderPool extends Write {
  readonly poolId: string;
  readonly operationId: string;
  readonly name: string;
  readonly tags: Tags;
  /** As sent: unknown ones count as failed, repeated ones as created. */
  readonly senderIds: readonly string[];
}

/** An absent field stays as it is; `tags` replaces the whole map. When nothing differs, nothing changes, the version included. */
export interface UpdateSenderPool extends Write, SenderPoolKey {
  readonly name?: string | undefined;
  readonly tags?: Tags | undefined;
  readonly ifMatch?: IfMatch | undefined;
}

/** The pool and its memberships go, its running operations are canceled; senders and operations stay. */
export interface DeleteSenderPool extends Write, SenderPoolKey {
  readonly ifMatch?: IfMatch | undefined;
}

/** Starts an operation that adds senders; the caller makes its id. */
export interface AddSenderPoolSenders extends Write, SenderPoolKey {
  readonly operationId: string;
  readonly senderIds: readonly string[];
}

/** Takes one member out of a pool. */
export interface RemoveSenderPoolSender extends Write, SenderPoolKey {
  readonly senderId: string;
}

/**
 * How a write ended. Only `done` changed anything, and it is durable.
 *
 * - `replayed`: this write was done before, with this answer.
 * - `key-reused`: the idempotency key came with another body before (422).
 * - `in-progress`: the first write with this key has not ended yet (409, soon again).
 * - `not-found`: no such pool, or `missing: "member"`, the sender is not in it (404).
 * - `precondition-failed`: `ifMatch` names no current version (412).
 */
export type WriteOutcome =
  | { readonly outcome: "done" }
  | { readonly outcome: "replayed"; readonly answer: string }
  | { readonly outcome: "key-reused" }
  | { readonly outcome: "in-progress" }
  | { readonly outcome: "not-found"; readonly missing: "pool" | "member" }
  | { readonly outcome: "precondition-failed" };
