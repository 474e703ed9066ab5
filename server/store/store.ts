// The state of the server behind one interface: what a store promises, whatever it keeps its rows in.
import type { components } from "../../generated/types.ts";
import type { MaybePromise } from "../maybe-promise.ts";

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

/** Both ends are exclusive, in milliseconds since the epoch; a fraction of a millisecond is respected. */
export interface DateFilter {
  readonly startDate?: number | undefined;
  readonly endDate?: number | undefined;
}

/** Narrows a list of pools; `operationId` to the pool that this create or add worked on. */
export interface SenderPoolFilter extends DateFilter {
  readonly operationId?: string | undefined;
}

/** Narrows a list of senders; the dates are those of the sender's creation. */
export interface SenderFilter extends DateFilter {
  readonly channel?: StoredSender["channel"] | undefined;
  readonly status?: StoredSender["status"] | undefined;
}

/** Narrows a list of operations. */
export interface SenderPoolOperationFilter extends DateFilter {
  readonly status?: StoredSenderPoolOperation["status"] | undefined;
}

/** Which page of a list: at most `limit` items whose id follows `after` (null: from the start). */
export interface ListQuery<Filter> {
  readonly accountId: string;
  readonly filter: Filter;
  readonly after: string | null;
  readonly limit: number;
}

/** Names one pool of one account. */
export interface SenderPoolKey {
  readonly accountId: string;
  readonly poolId: string;
}

/** Names one sender of one account. */
export interface SenderKey {
  readonly accountId: string;
  readonly senderId: string;
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

/** Names one operation of one account. */
export interface SenderPoolOperationKey {
  readonly accountId: string;
  readonly operationId: string;
}

/** Which running operations a worker asks for. Times are durations in milliseconds: hosts need not agree on the hour. */
export interface ClaimQuery {
  /** Names the worker; no other may advance what it holds. */
  readonly holder: string;
  /** Only operations that have not moved for this long. */
  readonly idleFor: number;
  /** The lease: when nothing renews it for this long, the worker counts as dead. */
  readonly leaseFor: number;
  readonly limit: number;
  /** Only this one. */
  readonly only?: SenderPoolOperationKey | undefined;
}

/** One step of a claimed operation. */
export interface AdvanceQuery extends SenderPoolOperationKey {
  readonly holder: string;
  /** Renews the lease for this long; 0 lets go of it. */
  readonly leaseFor: number;
}

/** `advanced` and there is more to do; `ended`; or `lost`: the lease went to another worker, or the operation ended without us. */
export type AdvanceOutcome = "advanced" | "ended" | "lost";

/** How many requests a process wants to let through for an account. */
export interface TokenQuery {
  readonly accountId: string;
  readonly wanted: number;
  /** What the bucket gets back in a second. */
  readonly perSecond: number;
  /** What the bucket holds when it is full. */
  readonly burst: number;
}

/** What it may. */
export interface TokenGrant {
  /** As many as were wanted, or as there are. */
  readonly granted: number;
  /** What is in the bucket now, part of a token included. */
  readonly left: number;
}

/**
 * A store. Everything is kept by account; an account that was never seen is made, with its seed, when first named.
 *
 * A write resolves once it is durable; a read sees what is durable and nothing else. What a store has at hand, it gives at once. Writes from one process take effect in the order
 * of the calls. Every method rejects with a `StoreUnavailableError` when the data cannot be reached, and then nothing is known to be done.
 */
export interface Store {
  createSenderPool(write: CreateSenderPool): MaybePromise<WriteOutcome>;
  updateSenderPool(write: UpdateSenderPool): MaybePromise<WriteOutcome>;
  deleteSenderPool(write: DeleteSenderPool): MaybePromise<WriteOutcome>;
  addSenderPoolSenders(write: AddSenderPoolSenders): MaybePromise<WriteOutcome>;
  removeSenderPoolSender(write: RemoveSenderPoolSender): MaybePromise<WriteOutcome>;

  fetchSenderPool(key: SenderPoolKey): MaybePromise<RepresentedPool | undefined>;
  fetchSender(key: SenderKey): MaybePromise<RepresentedSender | undefined>;
  fetchSenderPoolOperation(key: SenderPoolOperationKey): MaybePromise<StoredSenderPoolOperation | undefined>;

  listSenderPools(query: ListQuery<SenderPoolFilter>): MaybePromise<RepresentedPage>;
  listSenders(query: ListQuery<SenderFilter>): MaybePromise<RepresentedPage>;
  listSenderPoolOperations(
    query: ListQuery<SenderPoolOperationFilter>,
  ): MaybePromise<StoredPage<StoredSenderPoolOperation>>;
  /** The members of a pool; undefined when there is no such pool. */
  listSenderPoolSenders(
    query: ListQuery<SenderFilter> & SenderPoolKey,
  ): MaybePromise<RepresentedPage | undefined>;

  /** Takes running operations whose lease is free, the longest idle first. For the operations worker. */
  claimSenderPoolOperations(query: ClaimQuery): Promise<readonly SenderPoolOperationKey[]>;
  /** Works off one batch of a claimed operation, in one transaction. For the operations worker. */
  advanceSenderPoolOperation(query: AdvanceQuery): Promise<AdvanceOutcome>;
  /** Has `listener` called whenever a write has left an operation running. For the operations worker. */
  onSenderPoolOperationStarted(listener: () => void): void;

  /** Adds what the account does not have yet, by id; all of it, or nothing. For test data: thousands of rows at a time. */
  addRows(accountId: string, rows: AccountSeed): Promise<void>;
  /** Forgets everything of an account, kept answers and running operations included, and seeds it again. */
  resetAccount(accountId: string): Promise<void>;
  /** Takes requests out of an account's token bucket. Only a store that several processes share has this. */
  readonly takeTokens?: ((query: TokenQuery) => Promise<TokenGrant>) | undefined;

  /** The secret that signs page tokens: made once, kept with the data, shared by all processes on it. */
  pageTokenKey(): Promise<Uint8Array>;
  /** Resolves when the data can be read, and where it is this process's own, written: readiness. */
  ping(): Promise<void>;
  /** Finishes what was called before, then lets go of the data. Later calls reject. */
  close(): Promise<void>;
}

/** What an account has when it is first seen. */
export interface AccountSeed {
  readonly senders: readonly StoredSender[];
  readonly pools: readonly StoredSenderPool[];
}

/** What every store needs to know. */
export interface StoreOptions {
  /** What a new account starts with. */
  readonly seed: (accountId: string) => AccountSeed;
  /** Senders that one step of an operation works off. */
  readonly batchSize: number;
  /** Milliseconds for which the answer of an idempotent write is kept. */
  readonly idempotencyKeptFor: number;
  readonly representations: Representations;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/** The data cannot be reached now (503): the disk is full, the file is gone, the database is down, the store is closed. */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}

/** The data cannot be opened at all; the message is one line that says why, and what to do. */
export class StoreOpenError extends Error {
  override readonly name = "StoreOpenError";
  readonly reason: "in-use" | "no-folder" | "unreadable" | "not-ours" | "newer-schema";

  constructor(reason: StoreOpenError["reason"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
