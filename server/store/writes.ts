// The writes of a store, and their outcomes.
import type { Tags } from "./items.ts";

/** Identifies one pool of one account. */
export interface SenderPoolKey {
  readonly accountId: string;
  readonly poolId: string;
}

/**
 * A write with an idempotency key (draft-ietf-httpapi-idempotency-key-header). Its response is kept in the
 * write's own transaction, and retries get it again. A write that is not done keeps nothing.
 */
export interface IdempotentWrite {
  /** The operationId and path of the request: `idempotencyScope()`. */
  readonly scope: string;
  readonly key: string;
  /** `bodyFingerprint()` of the body: the same key with another body is rejected. */
  readonly bodyFingerprint: string;
  /** Data from which the caller builds the same response to a retry; opaque to the store. */
  readonly response: string;
}

/** Properties of every write. */
export interface Write {
  readonly accountId: string;
  readonly idempotency?: IdempotentWrite | undefined;
}

/** `If-Match`: `*`, or the strong entity tags, quotes included, one of which must be the pool's. */
export type IfMatch = "*" | readonly string[];

/**
 * Creates a pool. The caller generates both ids (`newSenderPoolId()`, `newSenderPoolOperationId()`) just
 * before the call, because the response that is kept with the write names them.
 */
export interface CreateSenderPool extends Write {
  readonly poolId: string;
  readonly operationId: string;
  readonly name: string;
  readonly tags: Tags;
  /** As in the request: unknown ids count as failed, repeated ones as created. */
  readonly senderIds: readonly string[];
}

/**
 * Updates a pool. An absent property stays unchanged; `tags` replaces the whole map. If nothing differs,
 * nothing changes, the version included.
 */
export interface UpdateSenderPool extends Write, SenderPoolKey {
  readonly name?: string | undefined;
  readonly tags?: Tags | undefined;
  readonly ifMatch?: IfMatch | undefined;
}

/** Deletes a pool and its memberships, and cancels its running operations; senders and operations stay. */
export interface DeleteSenderPool extends Write, SenderPoolKey {
  readonly ifMatch?: IfMatch | undefined;
}

/** Starts an operation that adds senders; the caller generates its id. */
export interface AddSenderPoolSenders extends Write, SenderPoolKey {
  readonly operationId: string;
  readonly senderIds: readonly string[];
}

/** Removes one member from a pool. */
export interface RemoveSenderPoolSender extends Write, SenderPoolKey {
  readonly senderId: string;
}

/**
 * Outcome of a write. Only `done` changed anything, and the change is durable.
 *
 * - `replayed`: a retry of an earlier write, with its response.
 * - `key-reused`: the idempotency key was used with another body before (422).
 * - `in-progress`: the first write with this key has not ended yet (409, to be retried soon).
 * - `not-found`: the pool does not exist, or `missing: "member"`, the sender is not in it (404).
 * - `precondition-failed`: `ifMatch` does not contain the current version (412).
 */
export type WriteOutcome =
  | { readonly outcome: "done" }
  | { readonly outcome: "replayed"; readonly response: string }
  | { readonly outcome: "key-reused" }
  | { readonly outcome: "in-progress" }
  | { readonly outcome: "not-found"; readonly missing: "pool" | "member" }
  | { readonly outcome: "precondition-failed" };
