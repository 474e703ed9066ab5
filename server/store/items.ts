// Types of a store's rows and of their representations.
import type { components } from "../../generated/types.ts";

type Schemas = components["schemas"];

/** Tags as in the contract; a key such as `__proto__` is an own property like any other. */
export type Tags = Readonly<Record<string, string>>;

/**
 * A sender pool. Times are milliseconds since the epoch (UTC).
 *
 * `createdAt` is the time in `id`, so ordering by id is ordering by creation. `version` is incremented by
 * every change; `entityTag(version)` is the pool's ETag.
 */
export interface StoredSenderPool {
  readonly id: string;
  readonly name: string;
  readonly tags: Tags;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly version: number;
}

/** A sender. Senders are created by the seed only; `createdAt` is the time in `id`. */
export interface StoredSender {
  readonly id: string;
  readonly displayName: string | null;
  readonly address: string;
  readonly channel: Schemas["Channel"];
  readonly status: Schemas["SenderStatus"];
  readonly tags: Tags;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/**
 * The operation that a create or an add started. `total = queued + created + failed` always holds; an ended
 * operation has `queued` 0.
 */
export interface StoredSenderPoolOperation {
  readonly id: string;
  readonly status: Schemas["SenderPoolOperationStatus"];
  readonly stats: {
    readonly total: number;
    readonly queued: number;
    readonly created: number;
    readonly failed: number;
  };
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One page of a list, oldest first. `more` is true if items follow the last one. */
export interface StoredPage<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** A page whose items are JSON already. */
export interface RepresentedPage {
  /** The representations of the items, oldest first, separated by commas; empty for an empty page. */
  readonly text: string;
  /** The id of the last item; null for an empty page. */
  readonly last: string | null;
  /** True if items follow the last one. */
  readonly more: boolean;
}

/** The JSON of a pool for responses, and the version that its ETag names. */
export interface RepresentedPool {
  readonly text: string;
  readonly version: number;
}

/** The JSON of a sender for responses. */
export interface RepresentedSender {
  readonly text: string;
}

/**
 * Creates representations (RFC 9110, section 3.2) of pools and senders as JSON text. A store keeps them
 * beside the columns, so that neither a fetch nor a list has to serialise.
 */
export interface Representations {
  /**
   * Version of the representations: an integer that changes whenever the same item would be represented
   * differently. Stored texts with another mark are regenerated.
   */
  readonly mark: number;
  readonly senderPool: (pool: StoredSenderPool) => string;
  readonly sender: (sender: StoredSender) => string;
}

/** Initial rows of an account. */
export interface AccountSeed {
  readonly senders: readonly StoredSender[];
  readonly pools: readonly StoredSenderPool[];
}

/** The ids of a pool's members. */
export interface PoolMembers {
  readonly poolId: string;
  readonly senderIds: readonly string[];
}

/** An operation, its pool, and the ids of the senders that are still queued, in order. */
export interface OperationData {
  readonly poolId: string;
  readonly operation: StoredSenderPoolOperation;
  readonly queue: readonly string[];
}

/** A response that is kept for retries with the same `Idempotency-Key`. */
export interface KeptResponse {
  readonly scope: string;
  readonly key: string;
  readonly bodyFingerprint: string;
  readonly answer: string;
  /** Milliseconds since the epoch. */
  readonly keptUntil: number;
}

/** All data of an account, as JSON; each list is ordered by id. */
export interface AccountData extends AccountSeed {
  readonly members: readonly PoolMembers[];
  readonly operations: readonly OperationData[];
  readonly responses: readonly KeptResponse[];
}
