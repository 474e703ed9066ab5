// The contract's five writes on an SQLite store. Each method runs inside a transaction and changes nothing if
// it rejects the write.
import { decideWrite, type StoreWrite } from "../decide-write.ts";
import { SqliteResponses } from "./kept-responses.ts";
import type { Preparing, SqlStatement, SqlValue } from "./database.ts";
import type { SqliteOperations } from "./operations.ts";
import type { SqliteReads } from "./reads.ts";
import { newSenderPool, updatedSenderPool } from "../transitions.ts";
import type { Representations, StoredSenderPool } from "../items.ts";
import type { StoreOptions } from "../store.ts";
import type {
  AddSenderPoolSenders,
  CreateSenderPool,
  DeleteSenderPool,
  RemoveSenderPoolSender,
  UpdateSenderPool,
  WriteOutcome,
} from "../writes.ts";

/** Prepared writes; accounts are given by key. */
export class SqliteWrites {
  readonly #reads: SqliteReads;
  readonly #operations: SqliteOperations;
  readonly #responses: SqliteResponses;
  readonly #representations: Representations;
  readonly #insertPool: SqlStatement<never>;
  readonly #updatePool: SqlStatement<never>;
  readonly #deletePool: SqlStatement<never>;
  readonly #deleteMembers: SqlStatement<never>;
  readonly #deleteMember: SqlStatement<never>;
  readonly #isMember: SqlStatement<readonly [1]>;

  constructor(
    database: Preparing,
    reads: SqliteReads,
    operations: SqliteOperations,
    options: Pick<StoreOptions, "idempotencyKeptFor" | "representations">,
  ) {
    this.#representations = options.representations;
    this.#reads = reads;
    this.#operations = operations;
    this.#responses = new SqliteResponses(database, options.idempotencyKeptFor);
    this.#insertPool = database.prepare(
      `INSERT INTO sender_pools (account_key, id, name, tags, updated_at, version, representation)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#updatePool = database.prepare(
      `UPDATE sender_pools SET name = ?, tags = ?, updated_at = ?, version = ?, representation = ?
       WHERE account_key = ? AND id = ?`,
    );
    this.#deletePool = database.prepare("DELETE FROM sender_pools WHERE account_key = ? AND id = ?");
    this.#deleteMembers = database.prepare(
      "DELETE FROM sender_pool_members WHERE account_key = ? AND pool_id = ?",
    );
    this.#deleteMember = database.prepare(
      "DELETE FROM sender_pool_members WHERE account_key = ? AND pool_id = ? AND sender_id = ?",
    );
    this.#isMember = database.prepare(
      "SELECT 1 FROM sender_pool_members WHERE account_key = ? AND pool_id = ? AND sender_id = ?",
    );
  }

  createSenderPool(account: number, write: CreateSenderPool, now: number): WriteOutcome {
    const key = this.#responses.find(account, write.idempotency, now);
    const outcome = decideWrite({ kind: "create", write }, { key, pool: undefined, isMember: false });
    if (outcome.outcome !== "done") return outcome;
    const pool = newSenderPool(write);
    this.#insertPool.run(account, pool.id, ...this.#columnsOf(pool));
    this.#operations.start(account, write);
    this.#responses.keep(account, write.idempotency, now);
    return outcome;
  }

  updateSenderPool(account: number, write: UpdateSenderPool, now: number): WriteOutcome {
    return this.#change(account, { kind: "update", write }, now, (pool) => {
      const next = updatedSenderPool(pool, write, now);
      if (next !== pool) this.#updatePool.run(...this.#columnsOf(next), account, next.id);
    });
  }

  deleteSenderPool(account: number, write: DeleteSenderPool, now: number): WriteOutcome {
    return this.#change(account, { kind: "delete", write }, now, ({ id }) => {
      this.#deletePool.run(account, id);
      this.#deleteMembers.run(account, id);
      this.#operations.cancel(account, id, now);
    });
  }

  addSenderPoolSenders(account: number, write: AddSenderPoolSenders, now: number): WriteOutcome {
    return this.#change(account, { kind: "add", write }, now, () => {
      this.#operations.start(account, write);
    });
  }

  removeSenderPoolSender(account: number, write: RemoveSenderPoolSender, now: number): WriteOutcome {
    return this.#change(account, { kind: "remove", write }, now, ({ id }) => {
      this.#deleteMember.run(account, id, write.senderId);
    });
  }

  /** Returns the values of all columns but the key. */
  #columnsOf(pool: StoredSenderPool): SqlValue[] {
    const { name, tags, updatedAt, version } = pool;
    return [name, JSON.stringify(tags), updatedAt, version, this.#representations.senderPool(pool)];
  }

  /** Decides a write to an existing pool and applies it. */
  #change(
    account: number,
    request: StoreWrite,
    now: number,
    change: (pool: StoredSenderPool) => void,
  ): WriteOutcome {
    const { idempotency, poolId } = request.write;
    const pool = this.#reads.pool(account, poolId);
    const outcome = decideWrite(request, {
      key: this.#responses.find(account, idempotency, now),
      pool,
      isMember:
        request.kind === "remove" &&
        this.#isMember.get(account, poolId, request.write.senderId) !== undefined,
    });
    if (outcome.outcome !== "done" || pool === undefined) return outcome;
    change(pool);
    this.#responses.keep(account, idempotency, now);
    return outcome;
  }
}
