// A store so simple that it is evidently correct: arrays with linear search.
import { isDeepStrictEqual } from "node:util";
import type { StoredSender, Tags } from "../../../server/store/items.ts";
import type { WriteOutcome } from "../../../server/store/writes.ts";
import { batchSize, idempotencyKeptFor } from "./store-fixture.ts";

interface ModelPool {
  readonly id: string;
  name: string;
  tags: Tags;
  version: number;
  updatedAt: number;
  members: string[];
}

interface ModelOperation {
  readonly id: string;
  readonly poolId: string;
  queue: string[];
  created: number;
  failed: number;
  status: string;
}

interface ModelWrite {
  readonly key?: string | undefined;
  /** The kind and target of the write, which are all of its body that the tests vary. */
  readonly body: string;
  readonly poolId?: string | undefined;
  readonly ifMatch?: string | undefined;
}

const done: WriteOutcome = { outcome: "done" };

export class StoreModel {
  now: number;
  pools: ModelPool[] = [];
  operations: ModelOperation[] = [];
  readonly #senders: readonly string[];
  readonly #responses: { key: string; body: string; until: number }[] = [];

  constructor(now: number, senders: readonly StoredSender[]) {
    this.now = now;
    this.#senders = senders.map(({ id }) => id);
  }

  create(
    write: ModelWrite,
    poolId: string,
    operationId: string,
    name: string,
    senderIds: readonly string[],
  ): WriteOutcome {
    return this.#write(write, () => {
      this.pools.push({ id: poolId, name, tags: {}, version: 1, updatedAt: this.now, members: [] });
      this.#start(operationId, poolId, senderIds);
      return done;
    });
  }

  update(write: ModelWrite, name: string | undefined, tags: Tags | undefined): WriteOutcome {
    return this.#write(write, (pool) => {
      const next = { name: name ?? pool.name, tags: tags ?? pool.tags };
      if (isDeepStrictEqual(next, { name: pool.name, tags: pool.tags })) return done;
      Object.assign(pool, next, { version: pool.version + 1, updatedAt: this.now });
      return done;
    });
  }

  delete(write: ModelWrite): WriteOutcome {
    return this.#write(write, ({ id }) => {
      this.pools = this.pools.filter((pool) => pool.id !== id);
      for (const operation of this.operations) {
        if (operation.poolId !== id || operation.status !== "PROCESSING") continue;
        operation.failed += operation.queue.length;
        operation.queue = [];
        operation.status = "CANCELED";
      }
      return done;
    });
  }

  add(write: ModelWrite, operationId: string, senderIds: readonly string[]): WriteOutcome {
    return this.#write(write, ({ id }) => {
      this.#start(operationId, id, senderIds);
      return done;
    });
  }

  remove(write: ModelWrite, senderId: string): WriteOutcome {
    return this.#write(write, (pool) => {
      if (!pool.members.includes(senderId)) return { outcome: "not-found", missing: "member" };
      pool.members = pool.members.filter((id) => id !== senderId);
      return done;
    });
  }

  step(): void {
    for (const operation of this.operations) {
      if (operation.status !== "PROCESSING") continue;
      const pool = this.pools.find(({ id }) => id === operation.poolId);
      for (const senderId of operation.queue.splice(0, batchSize)) {
        if (!this.#senders.includes(senderId)) operation.failed += 1;
        else {
          operation.created += 1;
          if (pool?.members.includes(senderId) === false) pool.members.push(senderId);
        }
      }
      if (operation.queue.length === 0) operation.status = "COMPLETED";
    }
  }

  #start(id: string, poolId: string, senderIds: readonly string[]): void {
    const status = senderIds.length === 0 ? "COMPLETED" : "PROCESSING";
    this.operations.push({ id, poolId, queue: [...senderIds], created: 0, failed: 0, status });
  }

  #write(
    { key, body, poolId, ifMatch }: ModelWrite,
    change: (pool: ModelPool) => WriteOutcome,
  ): WriteOutcome {
    const kept = this.#responses.findLast((response) => response.key === key && response.until > this.now);
    if (kept?.body === body) return { outcome: "replayed", response: `answer to ${kept.key}` };
    const created: ModelPool = { id: "", name: "", tags: {}, version: 0, updatedAt: 0, members: [] };
    const pool = poolId === undefined ? created : this.pools.find(({ id }) => id === poolId);
    if (pool === undefined) return { outcome: "not-found", missing: "pool" };
    if (kept !== undefined) return { outcome: "key-reused" };
    if (ifMatch !== undefined && ifMatch !== `"${pool.version}"`) return { outcome: "precondition-failed" };
    const outcome = change(pool);
    if (outcome === done && key !== undefined)
      this.#responses.push({ key, body, until: this.now + idempotencyKeptFor });
    return outcome;
  }
}
