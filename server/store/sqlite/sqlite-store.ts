// A store in one SQLite file, which needs no other program to be durable.
import type { MaybePromise } from "../../../generated/boundary.ts";
import { SharedCommits } from "./shared-commits.ts";
import { SqliteAccounts } from "./accounts.ts";
import { type SqliteDatabase, unavailable } from "./database.ts";
import { exportAccount, importRest } from "./account-data.ts";
import { SqliteOperations } from "./operations.ts";
import { pageTokenKeyIn } from "./page-token-key.ts";
import { SqliteReads } from "./reads.ts";
import { SqliteWrites } from "./writes.ts";
import { KeysUnderWay } from "../keys-under-way.ts";
import { StoreUnavailableError } from "../store.ts";
import type {
  AccountData,
  AccountSeed,
  RepresentedPage,
  RepresentedPool,
  RepresentedSender,
  StoredPage,
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
  Write,
  WriteOutcome,
} from "../writes.ts";

/** The store in one SQLite file; a write resolves after its commit. */
export class SqliteStore implements Store {
  readonly #database: SqliteDatabase;
  readonly #commits: SharedCommits;
  readonly #accounts: SqliteAccounts;
  readonly #reads: SqliteReads;
  readonly #writes: SqliteWrites;
  readonly #operations: SqliteOperations;
  readonly #now: () => number;
  readonly #batchSize: number;
  readonly #startListeners: (() => void)[] = [];
  readonly #underWay = new KeysUnderWay();
  #closed = false;

  constructor(database: SqliteDatabase, options: StoreOptions) {
    this.#database = database;
    this.#now = options.now ?? Date.now;
    this.#batchSize = options.batchSize;
    this.#commits = new SharedCommits(database);
    this.#reads = new SqliteReads(database);
    this.#operations = new SqliteOperations(database, options);
    this.#writes = new SqliteWrites(database, this.#reads, this.#operations, options);
    this.#accounts = new SqliteAccounts(database, options);
  }

  createSenderPool(write: CreateSenderPool): Promise<WriteOutcome> {
    return this.#starting(write, (account) => this.#writes.createSenderPool(account, write, this.#now()));
  }

  updateSenderPool(write: UpdateSenderPool): Promise<WriteOutcome> {
    return this.#write(write, (account) => this.#writes.updateSenderPool(account, write, this.#now()));
  }

  deleteSenderPool(write: DeleteSenderPool): Promise<WriteOutcome> {
    return this.#write(write, (account) => this.#writes.deleteSenderPool(account, write, this.#now()));
  }

  addSenderPoolSenders(write: AddSenderPoolSenders): Promise<WriteOutcome> {
    return this.#starting(write, (account) => this.#writes.addSenderPoolSenders(account, write, this.#now()));
  }

  removeSenderPoolSender(write: RemoveSenderPoolSender): Promise<WriteOutcome> {
    return this.#write(write, (account) => this.#writes.removeSenderPoolSender(account, write, this.#now()));
  }

  fetchSenderPool({ accountId, poolId }: SenderPoolKey): MaybePromise<RepresentedPool | undefined> {
    return this.#readNow(() => this.#reads.representedPool(this.#accounts.key(accountId), poolId));
  }

  fetchSender({ accountId, senderId }: SenderKey): MaybePromise<RepresentedSender | undefined> {
    return this.#readNow(() => this.#reads.representedSender(this.#accounts.key(accountId), senderId));
  }

  fetchSenderPoolOperation(key: SenderPoolOperationKey): MaybePromise<StoredSenderPoolOperation | undefined> {
    return this.#readNow(() => this.#reads.operation(this.#accounts.key(key.accountId), key.operationId));
  }

  listSenderPools(query: ListQuery<SenderPoolFilter>): MaybePromise<RepresentedPage> {
    return this.#readNow(() => this.#reads.pools(this.#accounts.key(query.accountId), query));
  }

  listSenders(query: ListQuery<SenderFilter>): MaybePromise<RepresentedPage> {
    return this.#readNow(() => this.#reads.senders(this.#accounts.key(query.accountId), query));
  }

  listSenderPoolOperations(
    query: ListQuery<SenderPoolOperationFilter>,
  ): MaybePromise<StoredPage<StoredSenderPoolOperation>> {
    return this.#readNow(() => this.#reads.operations(this.#accounts.key(query.accountId), query));
  }

  listSenderPoolSenders(
    query: ListQuery<SenderFilter> & SenderPoolKey,
  ): MaybePromise<RepresentedPage | undefined> {
    return this.#readNow(() => this.#reads.members(this.#accounts.key(query.accountId), query.poolId, query));
  }

  claimSenderPoolOperations(query: ClaimQuery): Promise<readonly SenderPoolOperationKey[]> {
    return this.#read(() => this.#operations.claim(query, this.#now()));
  }

  async advanceSenderPoolOperation(query: AdvanceQuery): Promise<AdvanceOutcome> {
    const outcome = await this.#commit(query.accountId, (account) =>
      this.#operations.advance(account, query, this.#now()),
    );
    this.#operations.settle(query, outcome, this.#now());
    return outcome;
  }

  onSenderPoolOperationStarted(listener: () => void): void {
    this.#startListeners.push(listener);
  }

  addRows(accountId: string, rows: AccountSeed): Promise<void> {
    return this.#commit(accountId, (account) => {
      this.#accounts.addRows(account, rows);
    });
  }

  resetAccount(accountId: string): Promise<void> {
    return this.#commit(accountId, (account) => {
      this.#accounts.reset(accountId, account);
    });
  }

  exportAccount(accountId: string): Promise<AccountData> {
    return this.#read(() => exportAccount(this.#database, this.#accounts.key(accountId), this.#now()));
  }

  async importAccount(accountId: string, data: AccountData): Promise<void> {
    await this.#commit(accountId, (account) => {
      this.#accounts.forget(account);
      this.#accounts.addRows(account, data);
      importRest(this.#database, account, { data, batchSize: this.#batchSize });
    });
    for (const listener of this.#startListeners) listener();
  }

  pageTokenKey(): Promise<Uint8Array> {
    return this.#read(() => pageTokenKeyIn(this.#database));
  }

  ping(): Promise<void> {
    return this.#read(async () => {
      this.#reads.pool(0, "");
      await this.#commits.write(() => this.#database.probe());
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#closed) {
        this.#closed = true;
        this.#commits.flush();
        this.#database.close();
      }
      resolve();
    });
  }

  /** Runs a write that starts an operation, and notifies the worker if it is done. */
  async #starting(
    write: Write & { readonly senderIds: readonly string[] },
    run: (account: number) => WriteOutcome,
  ): Promise<WriteOutcome> {
    const outcome = await this.#write(write, run);
    if (outcome.outcome === "done" && write.senderIds.length > 0) {
      for (const listener of this.#startListeners) listener();
    }
    return outcome;
  }

  #write(write: Write, run: (account: number) => WriteOutcome): Promise<WriteOutcome> {
    const { accountId } = write;
    return this.#underWay.write(accountId, write, () => this.#commit(accountId, run));
  }

  #commit<Result>(accountId: string, run: (account: number) => Result): Promise<Result> {
    return this.#read(() => {
      const account = this.#accounts.key(accountId);
      return this.#commits.write(() => run(account));
    });
  }

  /** Runs a read synchronously; only an error is returned as a promise. */
  #readNow<Result>(read: () => Result): MaybePromise<Result> {
    if (this.#closed) return this.#read(read);
    try {
      return read();
    } catch (error) {
      // Errors are always rejections, never thrown synchronously.
      return this.#read(() => {
        throw error;
      });
    }
  }

  async #read<Result>(read: () => Result | Promise<Result>): Promise<Result> {
    if (this.#closed) throw new StoreUnavailableError("The store is closed.");
    try {
      return await read();
    } catch (error) {
      throw unavailable(error);
    }
  }
}
