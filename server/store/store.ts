// The interface of all stores of the server's state, and its guarantees.
import type { MaybePromise } from "../../generated/boundary.ts";
import type {
  AccountData,
  AccountSeed,
  Representations,
  RepresentedPage,
  RepresentedPool,
  RepresentedSender,
  StoredPage,
  StoredSender,
  StoredSenderPoolOperation,
} from "./items.ts";
import type {
  AddSenderPoolSenders,
  CreateSenderPool,
  DeleteSenderPool,
  RemoveSenderPoolSender,
  SenderPoolKey,
  UpdateSenderPool,
  WriteOutcome,
} from "./writes.ts";

/** A range of times; both ends are exclusive, in milliseconds since the epoch, and may have fractions. */
export interface DateFilter {
  readonly startDate?: number | undefined;
  readonly endDate?: number | undefined;
}

/** Filters a list of pools; `operationId` selects the pool that this create or add works on. */
export interface SenderPoolFilter extends DateFilter {
  readonly operationId?: string | undefined;
}

/** Filters a list of senders; the dates apply to their creation. */
export interface SenderFilter extends DateFilter {
  readonly channel?: StoredSender["channel"] | undefined;
  readonly status?: StoredSender["status"] | undefined;
}

/** Filters a list of operations. */
export interface SenderPoolOperationFilter extends DateFilter {
  readonly status?: StoredSenderPoolOperation["status"] | undefined;
}

/** Selects a page of a list: at most `limit` items with ids after `after` (null: from the start). */
export interface ListQuery<Filter> {
  readonly accountId: string;
  readonly filter: Filter;
  readonly after: string | null;
  readonly limit: number;
}

/** Identifies one sender of one account. */
export interface SenderKey {
  readonly accountId: string;
  readonly senderId: string;
}

/** Identifies one operation of one account. */
export interface SenderPoolOperationKey {
  readonly accountId: string;
  readonly operationId: string;
}

/**
 * Selects the running operations that a worker claims. Times are durations in milliseconds, because the
 * clocks of hosts may differ.
 */
export interface ClaimQuery {
  /** Identifies the worker; no other may advance the operations that it holds. */
  readonly holder: string;
  /** Only operations whose last step was at least this long ago. */
  readonly idleFor: number;
  /** Duration of the lease: a worker that has not renewed it by then counts as dead. */
  readonly leaseFor: number;
  readonly limit: number;
  /** Claims only this operation. */
  readonly only?: SenderPoolOperationKey | undefined;
}

/** One step of a claimed operation. */
export interface AdvanceQuery extends SenderPoolOperationKey {
  readonly holder: string;
  /** Renews the lease for this long; 0 releases it. */
  readonly leaseFor: number;
}

/**
 * Result of a step: `advanced`, and there is more to do; `ended`; or `lost`: another worker has the lease, or
 * the operation has ended otherwise.
 */
export type AdvanceOutcome = "advanced" | "ended" | "lost";

/** Number of tokens that a process wants from an account's bucket. */
export interface TokenQuery {
  readonly accountId: string;
  readonly wanted: number;
  /** Tokens added to the bucket per second. */
  readonly perSecond: number;
  /** Capacity of the bucket. */
  readonly burst: number;
}

/** The result of `takeTokens`. */
export interface TokenGrant {
  /** Number of granted tokens: the wanted number, or as many as were left. */
  readonly granted: number;
  /** Tokens left in the bucket, fractions included. */
  readonly left: number;
}

/**
 * A store. All data belongs to an account; an unknown account is created, with its seed, when it is first
 * named.
 *
 * A write resolves once it is durable; a read returns durable data only. Results that are available
 * synchronously are returned without a promise. Writes of one process take effect in the order of the calls.
 * Every method rejects with a `StoreUnavailableError` if the data cannot be reached; it is then unknown
 * whether a write took effect.
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
  /** Returns a page of a pool's members; undefined if the pool does not exist. */
  listSenderPoolSenders(
    query: ListQuery<SenderFilter> & SenderPoolKey,
  ): MaybePromise<RepresentedPage | undefined>;

  /** Claims running operations whose lease is free, the longest idle first. For the operations worker. */
  claimSenderPoolOperations(query: ClaimQuery): Promise<readonly SenderPoolOperationKey[]>;
  /** Processes one batch of a claimed operation, in one transaction. For the operations worker. */
  advanceSenderPoolOperation(query: AdvanceQuery): Promise<AdvanceOutcome>;
  /**
   * Registers a listener that is called whenever a write has started an operation. For the operations worker.
   */
  onSenderPoolOperationStarted(listener: () => void): void;

  /** Adds the rows whose ids do not exist yet, atomically. For test data: thousands of rows at a time. */
  addRows(accountId: string, rows: AccountSeed): Promise<void>;
  /** Deletes all data of an account, kept responses and running operations included, and seeds it again. */
  resetAccount(accountId: string): Promise<void>;
  /** Returns all data of an account in one snapshot, as input for `importAccount`. */
  exportAccount(accountId: string): Promise<AccountData>;
  /**
   * Replaces all data of an account, atomically. Operations that were running when it was exported continue.
   */
  importAccount(accountId: string, data: AccountData): Promise<void>;
  /** Takes tokens from an account's token bucket. Only stores that several processes share have this. */
  readonly takeTokens?: ((query: TokenQuery) => Promise<TokenGrant>) | undefined;

  /**
   * Returns the secret that signs page tokens: created once, stored with the data, shared by all processes on
   * it.
   */
  pageTokenKey(): Promise<Uint8Array>;
  /**
   * Resolves if the data can be read, and, for a store that only this process uses, written. For the
   * readiness check.
   */
  ping(): Promise<void>;
  /** Finishes earlier calls, then closes the store. Later calls reject. */
  close(): Promise<void>;
}

/** Options that all stores have. */
export interface StoreOptions {
  /** Returns the initial rows of a new account. */
  readonly seed: (accountId: string) => AccountSeed;
  /** Number of senders that one step of an operation processes. */
  readonly batchSize: number;
  /** Milliseconds for which the response of an idempotent write is kept. */
  readonly idempotencyKeptFor: number;
  readonly representations: Representations;
  /** The clock, in milliseconds since the epoch; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/**
 * The data is unavailable (503): the disk is full, the file is gone, the database is down, the store is
 * closed.
 */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}

/** The data cannot be opened; the message is one line with the reason and the remedy. */
export class StoreOpenError extends Error {
  override readonly name = "StoreOpenError";
  readonly reason: "in-use" | "no-folder" | "unreadable" | "not-ours" | "newer-schema";

  constructor(reason: StoreOpenError["reason"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
