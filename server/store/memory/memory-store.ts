// A store in memory, for tests and for servers whose data may be lost.
import { randomBytes } from "node:crypto";
import { idPrefixes } from "../../ids/ids.ts";
import type { MaybePromise } from "../../../generated/boundary.ts";
import { idRange } from "../id-range.ts";
import { MemoryAccount } from "./account.ts";
import type { MemoryOperation } from "./account.ts";
import { RememberedTexts } from "./remembered-texts.ts";
import { MemoryRunning } from "./running.ts";
import type { RowsQuery } from "./ordered-rows.ts";
import { StoreUnavailableError } from "../store.ts";
import type {
  AccountData,
  AccountSeed,
  RepresentedPage,
  RepresentedPool,
  RepresentedSender,
  StoredPage,
  StoredSender,
  StoredSenderPoolOperation,
} from "../items.ts";
import type {
  AdvanceOutcome,
  AdvanceQuery,
  ClaimQuery,
  ListQuery,
  SenderFilter,
  SenderKey,
  SenderPoolFilter,
  SenderPoolOperationFilter,
  SenderPoolOperationKey,
  Store,
  StoreOptions,
} from "../store.ts";
import type {
  AddSenderPoolSenders,
  CreateSenderPool,
  DeleteSenderPool,
  RemoveSenderPoolSender,
  SenderPoolKey,
  UpdateSenderPool,
  WriteOutcome,
} from "../writes.ts";

/**
 * Creates a store in memory. It keeps objects that are passed to it without copying them: do not modify them
 * afterwards.
 */
export function createMemoryStore(options: StoreOptions): Store {
  return new MemoryStore(options);
}

class MemoryStore implements Store {
  readonly #accounts = new Map<string, MemoryAccount>();
  readonly #options: StoreOptions;
  readonly #now: () => number;
  readonly #running: MemoryRunning;
  readonly #pageTokenKey = randomBytes(32);
  readonly #startListeners: (() => void)[] = [];
  readonly #texts: RememberedTexts;
  #closed = false;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#texts = new RememberedTexts(options.representations);
    this.#now = options.now ?? Date.now;
    this.#running = new MemoryRunning(options.batchSize);
  }

  createSenderPool(write: CreateSenderPool): MaybePromise<WriteOutcome> {
    return this.#starting(write, (account, now) => account.createSenderPool(write, now));
  }

  updateSenderPool(write: UpdateSenderPool): MaybePromise<WriteOutcome> {
    return this.#in(write.accountId, (account) => account.updateSenderPool(write, this.#now()));
  }

  deleteSenderPool(write: DeleteSenderPool): MaybePromise<WriteOutcome> {
    return this.#in(write.accountId, (account) => account.deleteSenderPool(write, this.#now()));
  }

  addSenderPoolSenders(write: AddSenderPoolSenders): MaybePromise<WriteOutcome> {
    return this.#starting(write, (account, now) => account.addSenderPoolSenders(write, now));
  }

  removeSenderPoolSender(write: RemoveSenderPoolSender): MaybePromise<WriteOutcome> {
    return this.#in(write.accountId, (account) => account.removeSenderPoolSender(write, this.#now()));
  }

  fetchSenderPool({ accountId, poolId }: SenderPoolKey): MaybePromise<RepresentedPool | undefined> {
    return this.#in(accountId, ({ pools }) => {
      const pool = pools.get(poolId);
      return pool && { text: this.#texts.senderPool(pool), version: pool.version };
    });
  }

  fetchSender({ accountId, senderId }: SenderKey): MaybePromise<RepresentedSender | undefined> {
    return this.#in(accountId, ({ senders }) => {
      const sender = senders.get(senderId);
      return sender && { text: this.#texts.sender(sender) };
    });
  }

  fetchSenderPoolOperation(key: SenderPoolOperationKey): MaybePromise<StoredSenderPoolOperation | undefined> {
    return this.#in(key.accountId, ({ operations }) => operations.get(key.operationId)?.operation);
  }

  listSenderPools(query: ListQuery<SenderPoolFilter>): MaybePromise<RepresentedPage> {
    const { accountId, filter, after, limit } = query;
    const range = idRange(idPrefixes.senderPool, filter, after);
    return this.#in(accountId, ({ pools, operations }) => {
      if (filter.operationId === undefined) return this.#texts.poolPage(pools.page({ range, limit }));
      const pool = pools.get(operations.get(filter.operationId)?.poolId ?? "");
      const isInRange = pool !== undefined && pool.id > range.after && pool.id < range.before;
      return this.#texts.poolPage({ items: isInRange ? [pool] : [], more: false });
    });
  }

  listSenders({ accountId, ...query }: ListQuery<SenderFilter>): MaybePromise<RepresentedPage> {
    return this.#in(accountId, ({ senders }) => this.#texts.senderPage(senders.page(senderQuery(query))));
  }

  listSenderPoolOperations(
    query: ListQuery<SenderPoolOperationFilter>,
  ): MaybePromise<StoredPage<StoredSenderPoolOperation>> {
    const { accountId, filter, after, limit } = query;
    const { status } = filter;
    const range = idRange(idPrefixes.senderPoolOperation, filter, after);
    const matches = status && (({ operation }: MemoryOperation) => operation.status === status);
    return this.#in(accountId, ({ operations }) => {
      const { items, more } = operations.page({ range, limit, matches });
      return { items: items.map(({ operation }) => operation), more };
    });
  }

  listSenderPoolSenders({
    accountId,
    poolId,
    ...query
  }: ListQuery<SenderFilter> & SenderPoolKey): MaybePromise<RepresentedPage | undefined> {
    return this.#in(accountId, ({ pools, members }) => {
      if (pools.get(poolId) === undefined) return undefined;
      const page = members.get(poolId)?.page(senderQuery(query)) ?? { items: [], more: false };
      return this.#texts.senderPage(page);
    });
  }

  claimSenderPoolOperations(query: ClaimQuery): Promise<readonly SenderPoolOperationKey[]> {
    return this.#whenOpen(() => this.#running.claim(query, this.#now()));
  }

  advanceSenderPoolOperation(query: AdvanceQuery): Promise<AdvanceOutcome> {
    return this.#whenOpen(() => this.#running.advance(query, this.#now()));
  }

  onSenderPoolOperationStarted(listener: () => void): void {
    this.#startListeners.push(listener);
  }

  async addRows(accountId: string, rows: AccountSeed): Promise<void> {
    await this.#in(accountId, (account) => account.addRows(rows));
  }

  resetAccount(accountId: string): Promise<void> {
    return this.#whenOpen(() => {
      const account = this.#accounts.get(accountId);
      if (account !== undefined) this.#running.forget(account);
      this.#accounts.delete(accountId);
    });
  }

  async exportAccount(accountId: string): Promise<AccountData> {
    return this.#in(accountId, (account) => account.data(accountId, this.#now()));
  }

  async importAccount(accountId: string, data: AccountData): Promise<void> {
    await this.resetAccount(accountId);
    const account = new MemoryAccount(noRows, this.#running, this.#options.idempotencyKeptFor);
    account.restore(accountId, data, this.#now());
    this.#accounts.set(accountId, account);
    for (const listener of this.#startListeners) listener();
  }

  pageTokenKey(): Promise<Uint8Array> {
    return this.#whenOpen(() => this.#pageTokenKey);
  }

  ping(): Promise<void> {
    return this.#whenOpen(() => undefined);
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  #starting(
    { accountId, senderIds }: { readonly accountId: string; readonly senderIds: readonly string[] },
    start: (account: MemoryAccount, now: number) => WriteOutcome,
  ): MaybePromise<WriteOutcome> {
    return this.#in(accountId, (account) => {
      const outcome = start(account, this.#now());
      if (outcome.outcome === "done" && senderIds.length > 0)
        for (const listener of this.#startListeners) listener();
      return outcome;
    });
  }

  #in<Result>(accountId: string, act: (account: MemoryAccount) => Result): MaybePromise<Result> {
    if (this.#closed) return Promise.reject(new StoreUnavailableError("The store is closed."));
    return act(this.#accounts.get(accountId) ?? this.#open(accountId));
  }

  #open(accountId: string): MemoryAccount {
    const { seed, idempotencyKeptFor } = this.#options;
    const account = new MemoryAccount(seed(accountId), this.#running, idempotencyKeptFor);
    this.#accounts.set(accountId, account);
    return account;
  }

  #whenOpen<Result>(act: () => Result): Promise<Result> {
    if (this.#closed) return Promise.reject(new StoreUnavailableError("The store is closed."));
    return Promise.resolve(act());
  }
}

const noRows: AccountSeed = { senders: [], pools: [] };

function senderQuery({
  filter,
  after,
  limit,
}: Omit<ListQuery<SenderFilter>, "accountId">): RowsQuery<StoredSender> {
  const { channel, status } = filter;
  return {
    range: idRange(idPrefixes.sender, filter, after),
    limit,
    matches: (sender) =>
      (channel === undefined || sender.channel === channel) &&
      (status === undefined || sender.status === status),
  };
}
