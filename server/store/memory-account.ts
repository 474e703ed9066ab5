// What one account has in a memory store, and how writes change it.
import { ifMatchHolds } from "./etag.ts";
import { KeptAnswers } from "./kept-answers.ts";
import type { MemoryRunning } from "./memory-running.ts";
import { OrderedRows } from "./ordered-rows.ts";
import { newSenderPool, newSenderPoolOperation, updatedSenderPool } from "./transitions.ts";
import type {
  AccountSeed,
  AddSenderPoolSenders,
  CreateSenderPool,
  DeleteSenderPool,
  IfMatch,
  RemoveSenderPoolSender,
  SenderPoolKey,
  StoredSender,
  StoredSenderPool,
  StoredSenderPoolOperation,
  UpdateSenderPool,
  Write,
  WriteOutcome,
} from "./store.ts";

/** An operation and the pool it works on. */
export interface MemoryOperation {
  readonly id: string;
  readonly poolId: string;
  readonly operation: StoredSenderPoolOperation;
}

const done: WriteOutcome = { outcome: "done" };

/** The rows of one account. Its writes take effect at once and whole. */
export class MemoryAccount {
  readonly pools = new OrderedRows<StoredSenderPool>();
  readonly senders = new OrderedRows<StoredSender>();
  readonly operations = new OrderedRows<MemoryOperation>();
  /** By pool; a pool that never had a member has none. */
  readonly members = new Map<string, OrderedRows<StoredSender>>();
  readonly #answers: KeptAnswers;
  readonly #running: MemoryRunning;

  constructor(seed: AccountSeed, running: MemoryRunning, answersKeptFor: number) {
    this.#answers = new KeptAnswers(answersKeptFor);
    this.#running = running;
    this.addRows(seed);
  }

  /** Adds those that are not there yet. */
  addRows({ senders, pools }: AccountSeed): void {
    for (const sender of senders) if (this.senders.get(sender.id) === undefined) this.senders.set(sender);
    for (const pool of pools) if (this.pools.get(pool.id) === undefined) this.pools.set(pool);
  }

  createSenderPool(write: CreateSenderPool, now: number): WriteOutcome {
    const before = this.#answers.find(write.idempotency, now);
    if (before !== undefined) return before;
    this.pools.set(newSenderPool(write));
    this.#start(write, now);
    this.#answers.keep(write.idempotency, now);
    return done;
  }

  updateSenderPool(write: UpdateSenderPool, now: number): WriteOutcome {
    return this.#change(write, now, (pool) => {
      this.pools.set(updatedSenderPool(pool, write, now));
      return done;
    });
  }

  deleteSenderPool(write: DeleteSenderPool, now: number): WriteOutcome {
    return this.#change(write, now, ({ id }) => {
      this.pools.delete(id);
      this.members.delete(id);
      this.#running.cancel(this, id, now);
      return done;
    });
  }

  addSenderPoolSenders(write: AddSenderPoolSenders, now: number): WriteOutcome {
    return this.#change(write, now, () => {
      this.#start(write, now);
      return done;
    });
  }

  removeSenderPoolSender(write: RemoveSenderPoolSender, now: number): WriteOutcome {
    return this.#change(write, now, ({ id }) =>
      this.members.get(id)?.delete(write.senderId) === true
        ? done
        : { outcome: "not-found", missing: "member" },
    );
  }

  /** Makes members of those senders that the account has; how many of them that are. */
  join(poolId: string, senderIds: readonly string[]): number {
    const known = senderIds.map((id) => this.senders.get(id)).filter((sender) => sender !== undefined);
    const members = this.members.get(poolId) ?? new OrderedRows<StoredSender>();
    this.members.set(poolId, members);
    for (const sender of known) members.set(sender);
    return known.length;
  }

  changeOperation(
    id: string,
    change: (operation: StoredSenderPoolOperation) => StoredSenderPoolOperation,
  ): void {
    const row = this.operations.get(id);
    if (row !== undefined) this.operations.set({ ...row, operation: change(row.operation) });
  }

  #start({ accountId, poolId, operationId, senderIds }: AddSenderPoolSenders, now: number): void {
    const operation = newSenderPoolOperation(operationId, senderIds.length);
    this.operations.set({ id: operationId, poolId, operation });
    if (operation.status === "PROCESSING") {
      this.#running.start({ account: this, accountId, poolId, operationId, queue: senderIds, movedAt: now });
    }
  }

  /** A write to a pool that exists: a repetition is answered first, then comes what can be wrong with it. */
  #change(
    write: Write & SenderPoolKey & { readonly ifMatch?: IfMatch | undefined },
    now: number,
    change: (pool: StoredSenderPool) => WriteOutcome,
  ): WriteOutcome {
    const before = this.#answers.find(write.idempotency, now);
    if (before?.outcome === "replayed") return before;
    const pool = this.pools.get(write.poolId);
    if (pool === undefined) return { outcome: "not-found", missing: "pool" };
    if (before !== undefined) return before;
    if (!ifMatchHolds(write.ifMatch, pool.version)) return { outcome: "precondition-failed" };
    const outcome = change(pool);
    if (outcome === done) this.#answers.keep(write.idempotency, now);
    return outcome;
  }
}
