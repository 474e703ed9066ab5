// The operations of an SQLite store: their start, steps and end. All methods but `claim` run inside a
// transaction.
import { Leases } from "../leases.ts";
import type { Preparing, SqlStatement } from "./database.ts";
import { senderPoolOperationColumns, toSenderPoolOperation } from "./rows.ts";
import type { SenderPoolOperationRow } from "./rows.ts";
import { advancedOperation, newSenderPoolOperation } from "../transitions.ts";
import type { AdvanceOutcome, AdvanceQuery, ClaimQuery, SenderPoolOperationKey } from "../store.ts";
import type { AddSenderPoolSenders } from "../writes.ts";

type Start = Pick<AddSenderPoolSenders, "poolId" | "operationId" | "senderIds">;
type RunningRow = readonly [...SenderPoolOperationRow, poolId: string];

/** Prepared statements for operations; accounts are given by key. */
export class SqliteOperations {
  /** Leases are in memory, because only one process has the file: they end with it. */
  readonly #leases: Leases;
  readonly #batchSize: number;
  readonly #insert: SqlStatement<never>;
  readonly #insertBatch: SqlStatement<never>;
  readonly #running: SqlStatement<RunningRow>;
  readonly #firstBatch: SqlStatement<readonly [batch: number, senderIds: string]>;
  readonly #countKnown: SqlStatement<readonly [count: number, known: number]>;
  readonly #join: SqlStatement<never>;
  readonly #move: SqlStatement<never>;
  readonly #deleteBatch: SqlStatement<never>;
  readonly #idle: SqlStatement<readonly [accountId: string, operationId: string]>;
  readonly #dropBatches: SqlStatement<never>;
  readonly #cancel: SqlStatement<never>;

  constructor(database: Preparing, options: { readonly batchSize: number }, leases = new Leases()) {
    this.#batchSize = options.batchSize;
    this.#leases = leases;
    this.#insert = database.prepare(
      `INSERT INTO sender_pool_operations (account_key, id, pool_id, status, queued, created, failed, updated_at)
       VALUES (?, ?, ?, ?, ?, 0, 0, ?)`,
    );
    this.#insertBatch = database.prepare(
      "INSERT INTO queued_batches (account_key, operation_id, batch, sender_ids) VALUES (?, ?, ?, ?)",
    );
    this.#running = database.prepare(
      `SELECT ${senderPoolOperationColumns}, pool_id FROM sender_pool_operations
       WHERE account_key = ? AND id = ? AND status = 'PROCESSING'`,
    );
    this.#firstBatch = database.prepare(
      "SELECT batch, sender_ids FROM queued_batches WHERE account_key = ? AND operation_id = ? ORDER BY batch LIMIT 1",
    );
    this.#countKnown = database.prepare(
      `SELECT count(*), count(s.id) FROM json_each(?) AS wanted
       LEFT JOIN senders AS s ON s.account_key = ? AND s.id = wanted.value`,
    );
    this.#join = database.prepare(
      `INSERT INTO sender_pool_members (account_key, pool_id, sender_id)
       SELECT ?1, ?2, s.id FROM json_each(?3) AS wanted CROSS JOIN senders AS s
       WHERE s.account_key = ?1 AND s.id = wanted.value
       ON CONFLICT DO NOTHING`,
    );
    this.#move = database.prepare(
      `UPDATE sender_pool_operations SET status = ?, queued = ?, created = ?, failed = ?, updated_at = ?
       WHERE account_key = ? AND id = ?`,
    );
    this.#deleteBatch = database.prepare(
      "DELETE FROM queued_batches WHERE account_key = ? AND operation_id = ? AND batch = ?",
    );
    this.#idle = database.prepare(
      `SELECT a.account_id, o.id FROM sender_pool_operations AS o JOIN accounts AS a ON a.account_key = o.account_key
       WHERE o.status = 'PROCESSING' AND o.updated_at <= ?1
       AND (?3 IS NULL OR (a.account_id = ?3 AND o.id = ?4)) ORDER BY o.updated_at LIMIT ?2`,
    );
    const running = "account_key = ?1 AND pool_id = ?2 AND status = 'PROCESSING'";
    this.#dropBatches = database.prepare(
      `DELETE FROM queued_batches WHERE account_key = ?1 AND operation_id IN
       (SELECT id FROM sender_pool_operations WHERE ${running})`,
    );
    this.#cancel = database.prepare(
      `UPDATE sender_pool_operations SET status = 'CANCELED', failed = failed + queued, queued = 0,
       updated_at = max(updated_at, ?3) WHERE ${running}`,
    );
  }

  start(account: number, { poolId, operationId, senderIds }: Start): void {
    const { status, updatedAt } = newSenderPoolOperation(operationId, senderIds.length);
    this.#insert.run(account, operationId, poolId, status, senderIds.length, updatedAt);
    for (let from = 0; from < senderIds.length; from += this.#batchSize) {
      const batch = JSON.stringify(senderIds.slice(from, from + this.#batchSize));
      this.#insertBatch.run(account, operationId, from, batch);
    }
  }

  /** Cancels the running operations of a pool: queued senders count as failed. */
  cancel(account: number, poolId: string, now: number): void {
    this.#dropBatches.run(account, poolId);
    this.#cancel.run(account, poolId, now);
  }

  claim({ holder, idleFor, leaseFor, limit, only }: ClaimQuery, now: number): SenderPoolOperationKey[] {
    const enough = limit + this.#leases.size;
    const idle = this.#idle.all(now - idleFor, enough, only?.accountId ?? null, only?.operationId ?? null);
    const claimed = idle
      .map(([accountId, operationId]) => ({ accountId, operationId }))
      .filter((key) => this.#leases.holder(leaseKey(key), now) === undefined)
      .slice(0, limit);
    for (const key of claimed) this.#leases.grant(leaseKey(key), holder, now + leaseFor);
    return claimed;
  }

  /**
   * Processes the first queued batch. It is deleted in the same transaction, so that the step happens exactly
   * once.
   */
  advance(account: number, query: AdvanceQuery, now: number): AdvanceOutcome {
    const { operationId, holder } = query;
    const row = this.#running.get(account, operationId);
    const first = this.#firstBatch.get(account, operationId);
    if (row === undefined || first === undefined || this.#leases.holder(leaseKey(query), now) !== holder)
      return "lost";
    const [batch, senderIds] = first;
    const [, , , , , , poolId] = row;
    const [count, created] = this.#countKnown.get(senderIds, account)!;
    this.#join.run(account, poolId, senderIds);
    const operation = toSenderPoolOperation([row[0], row[1], row[2], row[3], row[4], row[5]]);
    const { status, stats, updatedAt } = advancedOperation(
      operation,
      { created, failed: count - created },
      now,
    );
    this.#move.run(status, stats.queued, stats.created, stats.failed, updatedAt, account, operationId);
    this.#deleteBatch.run(account, operationId, batch);
    return status === "PROCESSING" ? "advanced" : "ended";
  }

  /** Call it after the commit of a step: renews the lease while there is more to do, or releases it. */
  settle(query: AdvanceQuery, outcome: AdvanceOutcome, now: number): void {
    // A lost operation was canceled, or another worker holds it by now, whose lease must stay.
    if (outcome === "lost" && this.#leases.holder(leaseKey(query), now) !== query.holder) return;
    if (outcome !== "advanced" || query.leaseFor === 0) this.#leases.release(leaseKey(query));
    else this.#leases.grant(leaseKey(query), query.holder, now + query.leaseFor);
  }
}

/** Key of a lease. An id is unique within its account only; no id contains a line break. */
function leaseKey({ accountId, operationId }: SenderPoolOperationKey): string {
  return `${operationId}\n${accountId}`;
}
