// A store in PostgreSQL, which any number of server processes can share.
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
  TokenGrant,
  TokenQuery,
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
import { exportAccount } from "./account-data.ts";
import { Accounts } from "./accounts.ts";
import { Batches } from "./batches.ts";
import { type Clock, clockOf } from "./clock.ts";
import { Connections, type Statement } from "./connections.ts";
import { asStoreError } from "./errors.ts";
import { type AdvanceRequest, claimOperations, runSteps, stepsTogether } from "./operation-steps.ts";
import { takeFromBucket } from "./rate-buckets.ts";
import { pageTokenKeyIn } from "./page-token-key.ts";
import { Reads } from "./reads.ts";
import type { ConnectionLimits } from "./session.ts";
import { senderIds, type WriteRequest, writesTogether } from "./write-request.ts";
import { runWrites } from "./write-transaction.ts";

const ping: Statement = { name: "ping", text: "SELECT 1" };

/** The store in PostgreSQL; a write resolves after its commit. */
export class PostgresStore implements Store {
  /**
   * One connection writes, so that writes keep their order; one serves the worker; reads run concurrently on
   * the others.
   */
  readonly #writing: Connections;
  readonly #working: Connections;
  readonly #reading: Connections;
  readonly #options: StoreOptions;
  readonly #clock: Clock;
  readonly #accounts: Accounts;
  readonly #reads: Reads;
  readonly #writes: Batches<WriteRequest, WriteOutcome>;
  readonly #steps: Batches<AdvanceRequest, AdvanceOutcome>;
  readonly #startListeners: (() => void)[] = [];
  readonly #keysUnderWay = new KeysUnderWay();
  readonly #calls = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(url: string, options: StoreOptions, limits: ConnectionLimits) {
    const { batchSize, idempotencyKeptFor, representations } = options;
    this.#options = options;
    const clock = clockOf(options.now);
    this.#clock = clock;
    this.#writing = new Connections(url, "write", 1, limits);
    this.#working = new Connections(url, "write", 1, limits);
    this.#reading = new Connections(url, "read", Math.max(1, limits.connections - 2), limits);
    this.#accounts = new Accounts(this.#reading, options);
    this.#reads = new Reads(this.#reading, representations);
    this.#writes = new Batches({
      together: writesTogether,
      patience: limits.statementTimeout,
      run: (requests) =>
        this.#writing.transaction((transaction) =>
          runWrites(transaction, requests, { clock, batchSize, idempotencyKeptFor, representations }),
        ),
    });
    this.#steps = new Batches({
      together: stepsTogether,
      patience: limits.statementTimeout,
      run: (requests) => runSteps(this.#working, requests, clock),
    });
  }

  createSenderPool(write: CreateSenderPool): Promise<WriteOutcome> {
    return this.#write(write.accountId, (account) => ({ account, kind: "create", write }));
  }

  updateSenderPool(write: UpdateSenderPool): Promise<WriteOutcome> {
    return this.#write(write.accountId, (account) => ({ account, kind: "update", write }));
  }

  deleteSenderPool(write: DeleteSenderPool): Promise<WriteOutcome> {
    return this.#write(write.accountId, (account) => ({ account, kind: "delete", write }));
  }

  addSenderPoolSenders(write: AddSenderPoolSenders): Promise<WriteOutcome> {
    return this.#write(write.accountId, (account) => ({ account, kind: "add", write }));
  }

  removeSenderPoolSender(write: RemoveSenderPoolSender): Promise<WriteOutcome> {
    return this.#write(write.accountId, (account) => ({ account, kind: "remove", write }));
  }

  fetchSenderPool({ accountId, poolId }: SenderPoolKey): Promise<RepresentedPool | undefined> {
    return this.#in(accountId, (account) => this.#reads.pool(account, poolId));
  }

  fetchSender({ accountId, senderId }: SenderKey): Promise<RepresentedSender | undefined> {
    return this.#in(accountId, (account) => this.#reads.sender(account, senderId));
  }

  fetchSenderPoolOperation(key: SenderPoolOperationKey): Promise<StoredSenderPoolOperation | undefined> {
    return this.#in(key.accountId, (account) => this.#reads.operation(account, key.operationId));
  }

  listSenderPools(query: ListQuery<SenderPoolFilter>): Promise<RepresentedPage> {
    return this.#in(query.accountId, (account) => this.#reads.pools(account, query));
  }

  listSenders(query: ListQuery<SenderFilter>): Promise<RepresentedPage> {
    return this.#in(query.accountId, (account) => this.#reads.senders(account, query));
  }

  listSenderPoolOperations(
    query: ListQuery<SenderPoolOperationFilter>,
  ): Promise<StoredPage<StoredSenderPoolOperation>> {
    return this.#in(query.accountId, (account) => this.#reads.operations(account, query));
  }

  listSenderPoolSenders(
    query: ListQuery<SenderFilter> & SenderPoolKey,
  ): Promise<RepresentedPage | undefined> {
    return this.#in(query.accountId, (account) => this.#reads.members(account, query.poolId, query));
  }

  claimSenderPoolOperations(query: ClaimQuery): Promise<readonly SenderPoolOperationKey[]> {
    const { only } = query;
    if (only === undefined) return this.#call(() => claimOperations(this.#working, query, null, this.#clock));
    return this.#in(only.accountId, (account) => claimOperations(this.#working, query, account, this.#clock));
  }

  advanceSenderPoolOperation(query: AdvanceQuery): Promise<AdvanceOutcome> {
    return this.#in(query.accountId, (account) => this.#steps.add({ account, query }));
  }

  onSenderPoolOperationStarted(listener: () => void): void {
    this.#startListeners.push(listener);
  }

  addRows(accountId: string, rows: AccountSeed): Promise<void> {
    return this.#in(accountId, (account) => this.#accounts.addRows(this.#writing, account, rows));
  }

  resetAccount(accountId: string): Promise<void> {
    return this.#in(accountId, (account) => this.#accounts.reset(this.#writing, accountId, account));
  }

  exportAccount(accountId: string): Promise<AccountData> {
    return this.#in(accountId, (account) =>
      this.#reading.transaction((transaction) => exportAccount(transaction, account, this.#clock.now())),
    );
  }

  async importAccount(accountId: string, data: AccountData): Promise<void> {
    const { batchSize } = this.#options;
    await this.#in(accountId, (account) =>
      this.#accounts.replace(this.#writing, account, { data, batchSize, leases: this.#clock.leases() }),
    );
    for (const listener of this.#startListeners) listener();
  }

  takeTokens(query: TokenQuery): Promise<TokenGrant> {
    return this.#in(query.accountId, (account) => takeFromBucket(this.#reading, account, query));
  }

  pageTokenKey(): Promise<Uint8Array> {
    return this.#call(() => pageTokenKeyIn(this.#reading));
  }

  ping(): Promise<void> {
    return this.#call(async () => {
      await this.#reading.query(ping, []);
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#calls);
    await Promise.all(
      [this.#writing, this.#working, this.#reading].map((connections) => connections.close()),
    );
  }

  async #write(accountId: string, request: (account: number) => WriteRequest): Promise<WriteOutcome> {
    return this.#in(accountId, async (account) => {
      const job = request(account);
      // For keys of other processes, the database decides.
      const outcome = await this.#keysUnderWay.write(account, job.write, () => this.#writes.add(job));
      if (outcome.outcome === "done" && senderIds(job).length > 0) {
        for (const listener of this.#startListeners) listener();
      }
      return outcome;
    });
  }

  /** Runs a call with the account's key; synchronously, and so in the order of calls, if the key is known. */
  #in<Result>(accountId: string, call: (account: number) => Promise<Result>): Promise<Result> {
    const account = this.#accounts.known(accountId);
    return this.#call(() =>
      account === undefined ? this.#accounts.find(accountId).then(call) : call(account),
    );
  }

  async #call<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#closing !== undefined) throw new StoreUnavailableError("The store is closed.");
    const running = call();
    this.#calls.add(running);
    try {
      return await running;
    } catch (error) {
      throw asStoreError(error);
    } finally {
      this.#calls.delete(running);
    }
  }
}
