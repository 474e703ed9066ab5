// What a store keeps, and how it gives it: rows as objects, and their representations.
import type { components } from "../../generated/types.ts";

type Schemas = components["schemas"];

/** String tags as the contract has them; a key such as `__proto__` is an own property like any other. */
export type Tags = Readonly<Record<string, string>>;

/**
 * A sender pool. Times are milliseconds since the epoch (UTC).
 *
 * `createdAt` is the time inside `id`: order by id is order by creation.
 * `version` counts the changes; `entityTag(version)` is its ETag.
 */
export interface StoredSenderPool {
  readonly id: string;
  readonly name: string;
  readonly tags: Tags;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly version: number;
}

/** A sender. Senders come from the seed only; `createdAt` is the time inside `id`. */
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

/** What a create or an add started. `total = queued + created + failed`, always; an ended one has `queued` 0. */
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

/** One page of a list, oldest first. `more` says whether anything follows the last item. */
export interface StoredPage<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** A page whose items are JSON already. */
export interface RepresentedPage {
  /** The representations of the items, oldest first, with commas between them; empty for none. */
  readonly text: string;
  /** The id of the last item; null for an empty page. */
  readonly last: string | null;
  /** Whether anything follows the last item. */
  readonly more: boolean;
}

/** A pool as responses show it, and the version that its ETag names. */
export interface RepresentedPool {
  readonly text: string;
  readonly version: number;
}

/** A sender as responses show it. */
export interface RepresentedSender {
  readonly text: string;
}

/**
 * How pools and senders are shown: their representations (RFC 9110, section 3.2) as JSON text, which a store keeps beside their columns so
 * that neither a fetch nor a list has to make it again.
 */
export interface Representations {
  /** An integer that is another one whenever the same item would be shown otherwise. Texts of another mark are made anew. */
  readonly mark: number;
  readonly senderPool: (pool: StoredSenderPool) => string;
  readonly sender: (sender: StoredSender) => string;
}

/** What an account has when it is first seen. */
export interface AccountSeed {
  readonly senders: readonly StoredSender[];
  readonly pools: readonly StoredSenderPool[];
}

/** The members of a pool, by their ids. */
export interface PoolMembers {
  readonly poolId: string;
  readonly senderIds: readonly string[];
}

/** An operation with the pool it works on and the senders it has still to look at, in their order. */
export interface OperationData {
  readonly poolId: string;
  readonly operation: StoredSenderPoolOperation;
  readonly queue: readonly string[];
}

/** A response that is kept for a repeated `Idempotency-Key`. */
export interface KeptResponse {
  readonly scope: string;
  readonly key: string;
  readonly bodyFingerprint: string;
  readonly answer: string;
  /** Milliseconds since the epoch. */
  readonly keptUntil: number;
}

/** Everything of an account, as JSON says it; each list in the order of its ids. */
export interface AccountData extends AccountSeed {
  readonly members: readonly PoolMembers[];
  readonly operations: readonly OperationData[];
  readonly responses: readonly KeptResponse[];
}
