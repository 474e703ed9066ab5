// The rows of one account in a memory store, and the writes that change them.
import { decideWrite, type StoreWrite } from "../decide-write.ts";
import { KeptResponses } from "./kept-responses.ts";
import type { MemoryRunning } from "./running.ts";
import { OrderedRows } from "./ordered-rows.ts";
import { newSenderPool, newSenderPoolOperation, updatedSenderPool } from "../transitions.ts";
import type {
  AccountData,
  AccountSeed,
  StoredSender,
  StoredSenderPool,
  StoredSenderPoolOperation,
} from "../items.ts";
import type {
  AddSenderPoolSenders,
  CreateSenderPool,
  DeleteSenderPool,
  RemoveSenderPoolSender,
  UpdateSenderPool,
  WriteOutcome,
} from "../writes.ts";

/** An operation and its pool's id. */
export interface MemoryOperation {
  readonly id: string;
  readonly poolId: string;
  readonly operation: StoredSenderPoolOperation;
}

/** The rows of one account. Writes take effect synchronously and atomically. */
export class MemoryAccount {
  readonly pools = new OrderedRows<StoredSenderPool>();
  readonly senders = new OrderedRows<StoredSender>();
  readonly operations = new OrderedRows<MemoryOperation>();
  /** Members by pool id; a pool that never had a member has no entry. */
  readonly members = new Map<string, OrderedRows<StoredSender>>();
  readonly #responses: KeptResponses;
  readonly #running: MemoryRunning;

  constructor(seed: AccountSeed, running: MemoryRunning, responsesKeptFor: number) {
    this.#responses = new KeptResponses(responsesKeptFor);
    this.#running = running;
    this.addRows(seed);
  }

  /** Adds the rows whose ids do not exist yet. */
  addRows({ senders, pools }: AccountSeed): void {
    for (const sender of senders) if (this.senders.get(sender.id) === undefined) this.senders.set(sender);
    for (const pool of pools) if (this.pools.get(pool.id) === undefined) this.pools.set(pool);
  }

  /** Returns all data, as input for `restore`. */
  data(accountId: string, now: number): AccountData {
    return {
      senders: this.senders.all(),
      pools: this.pools.all(),
      members: [...this.members].flatMap(([poolId, rows]) => {
        const senderIds = rows.all().map(({ id }) => id);
        return senderIds.length === 0 ? [] : [{ poolId, senderIds }];
      }),
      operations: this.operations.all().map(({ id: operationId, poolId, operation }) => {
        return { poolId, operation, queue: this.#running.queue({ accountId, operationId }) };
      }),
      responses: this.#responses.all(now),
    };
  }

  /** Restores the result of `data` into an empty account. */
  restore(accountId: string, { members, operations, responses, ...rows }: AccountData, now: number): void {
    this.addRows(rows);
    for (const { poolId, senderIds } of members) this.join(poolId, senderIds);
    for (const { poolId, operation, queue } of operations) {
      const { id: operationId } = operation;
      this.operations.set({ id: operationId, poolId, operation });
      if (queue.length > 0)
        this.#running.start({ account: this, accountId, poolId, operationId, queue, movedAt: now });
    }
    this.#responses.restore(responses);
  }

  createSenderPool(write: CreateSenderPool, now: number): WriteOutcome {
    const key = this.#responses.find(write.idempotency, now);
    const outcome = decideWrite({ kind: "create", write }, { key, pool: undefined, isMember: false });
    if (outcome.outcome !== "done") return outcome;
    this.pools.set(newSenderPool(write));
    this.#start(write, now);
    this.#responses.keep(write.idempotency, now);
    return outcome;
  }

  updateSenderPool(write: UpdateSenderPool, now: number): WriteOutcome {
    return this.#change({ kind: "update", write }, now, (pool) => {
      this.pools.set(updatedSenderPool(pool, write, now));
    });
  }

  deleteSenderPool(write: DeleteSenderPool, now: number): WriteOutcome {
    return this.#change({ kind: "delete", write }, now, ({ id }) => {
      this.pools.delete(id);
      this.members.delete(id);
      this.#running.cancel(this, id, now);
    });
  }

  addSenderPoolSenders(write: AddSenderPoolSenders, now: number): WriteOutcome {
    return this.#change({ kind: "add", write }, now, () => {
      this.#start(write, now);
    });
  }

  removeSenderPoolSender(write: RemoveSenderPoolSender, now: number): WriteOutcome {
    return this.#change({ kind: "remove", write }, now, ({ id }) => {
      this.members.get(id)?.delete(write.senderId);
    });
  }

  /** Adds those senders that the account has to a pool; returns their number. */
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

  /** Decides a write to an existing pool and applies it. */
  #change(request: StoreWrite, now: number, change: (pool: StoredSenderPool) => void): WriteOutcome {
    const { idempotency, poolId } = request.write;
    const pool = this.pools.get(poolId);
    const outcome = decideWrite(request, {
      key: this.#responses.find(idempotency, now),
      pool,
      isMember:
        request.kind === "remove" && this.members.get(poolId)?.get(request.write.senderId) !== undefined,
    });
    if (outcome.outcome !== "done" || pool === undefined) return outcome;
    change(pool);
    this.#responses.keep(idempotency, now);
    return outcome;
  }
}
