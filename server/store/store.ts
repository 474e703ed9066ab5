// The state of the server behind one interface: what a store promises, whatever it keeps its rows in.
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

/** Names one sender of one account. */
export interface SenderKey {
  readonly accountId: string;
  readonly senderId: string;
}

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
  /** All of an account at one moment: what `importAccount` takes. */
  exportAccount(accountId: string): Promise<AccountData>;
  /** Puts data in place of everything of an account, all of it or nothing. What it has still to do goes on. */
  importAccount(accountId: string, data: AccountData): Promise<void>;
  /** Takes requests out of an account's token bucket. Only a store that several processes share has this. */
  readonly takeTokens?: ((query: TokenQuery) => Promise<TokenGrant>) | undefined;

  /** The secret that signs page tokens: made once, kept with the data, shared by all processes on it. */
  pageTokenKey(): Promise<Uint8Array>;
  /** Resolves when the data can be read, and where it is this process's own, written: readiness. */
  ping(): Promise<void>;
  /** Finishes what was called before, then lets go of the data. Later calls reject. */
  close(): Promise<void>;
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
