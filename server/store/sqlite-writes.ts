// The contract's five writes on an SQLite store. Each method runs inside a transaction and leaves nothing behind when it refuses.
import { ifMatchHolds } from "./etag.ts";
import { SqliteAnswers } from "./sqlite-answers.ts";
import type { Preparing, SqlStatement } from "./sqlite-database.ts";
import type { SqliteOperations } from "./sqlite-operations.ts";
import type { SqliteReads } from "./sqlite-reads.ts";
import { newSenderPool, updatedSenderPool } from "./transitions.ts";
import type {
  AddSenderPoolSenders,
  CreateSenderPool,
  DeleteSenderPool,
  IfMatch,
  RemoveSenderPoolSender,
  StoredSenderPool,
  UpdateSenderPool,
  Write,
  WriteOutcome,
} from "./store.ts";

const done: WriteOutcome = { outcome: "done" };

/** Prepared writes; an account is named by its key. */
export class SqliteWrites {
  readonly #reads: SqliteReads;
  readonly #operations: SqliteOperations;
  readonly #answers: SqliteAnswers;
  readonly #insertPool: SqlStatement<never>;
  readonly #updatePool: SqlStatement<never>;
  readonly #deletePool: SqlStatement<never>;
  readonly #deleteMembers: SqlStatement<never>;
  readonly #deleteMember: SqlStatement<never>;

  constructor(
    database: Preparing,
    reads: SqliteReads,
    operations: SqliteOperations,
    options: { readonly idempotencyKeptFor: number },
  ) {
    this.#reads = reads;
    this.#operations = operations;
    this.#answers = new SqliteAnswers(database, options.idempotencyKeptFor);
    this.#insertPool = database.prepare(
      "INSERT INTO sender_pools (account_key, id, name, tags, updated_at, version) VALUES (?, ?, ?, ?, ?, ?)",
    );
    this.#updatePool = database.prepare(
      "UPDATE sender_pools SET name = ?, tags = ?, updated_at = ?, version = ? WHERE account_key = ? AND id = ?",
    );
    this.#deletePool = database.prepare("DELETE FROM sender_pools WHERE account_key = ? AND id = ?");
    this.#deleteMembers = database.prepare(
      "DELETE FROM sender_pool_members WHERE account_key = ? AND pool_id = ?",
    );
    this.#deleteMember = database.prepare(
      "DELETE FROM sender_pool_members WHERE account_key = ? AND pool_id = ? AND sender_id = ?",
    );
  }

  createSenderPool(account: number, write: CreateSenderPool, now: number): WriteOutcome {
    const before = this.#answers.find(account, write.idempotency, now);
    if (before !== undefined) return before;
    const { id, name, tags, updatedAt, version } = newSenderPool(write);
    this.#insertPool.run(account, id, name, JSON.stringify(tags), updatedAt, version);
    this.#operations.start(account, write);
    this.#answers.keep(account, write.idempotency, now);
    return done;
  }

  updateSenderPool(account: number, write: UpdateSenderPool, now: number): WriteOutcome {
    return this.#change(account, write, now, (pool) => {
      const next = updatedSenderPool(pool, write, now);
      const { id, name, tags, updatedAt, version } = next;
      if (next !== pool) this.#updatePool.run(name, JSON.stringify(tags), updatedAt, version, account, id);
      return done;
    });
  }

  deleteSenderPool(account: number, write: DeleteSenderPool, now: number): WriteOutcome {
    return this.#change(account, write, now, ({ id }) => {
      this.#deletePool.run(account, id);
      this.#deleteMembers.run(account, id);
      this.#operations.cancel(account, id, now);
      return done;
    });
  }

  addSenderPoolSenders(account: number, write: AddSenderPoolSenders, now: number): WriteOutcome {
    return this.#change(account, write, now, () => {
      this.#operations.start(account, write);
      return done;
    });
  }

  removeSenderPoolSender(account: number, write: RemoveSenderPoolSender, now: number): WriteOutcome {
    return this.#change(account, write, now, ({ id }) =>
      this.#deleteMember.run(account, id, write.senderId) === 1
        ? done
        : { outcome: "not-found", missing: "member" },
    );
  }

  /** A write to a pool that exists: a repetition is answered first, then comes what can be wrong with it. */
  #change(
    account: number,
    write: Write & { readonly poolId: string; readonly ifMatch?: IfMatch | undefined },
    now: number,
    change: (pool: StoredSenderPool) => WriteOutcome,
  ): WriteOutcome {
    const before = this.#answers.find(account, write.idempotency, now);
    if (before?.outcome === "replayed") return before;
    const pool = this.#reads.pool(account, write.poolId);
    if (pool === undefined) return { outcome: "not-found", missing: "pool" };
    if (before !== undefined) return before;
    if (!ifMatchHolds(write.ifMatch, pool.version)) return { outcome: "precondition-failed" };
    const outcome = change(pool);
    if (outcome === done) this.#answers.keep(account, write.idempotency, now);
    return outcome;
  }
}
