// Collects the rows that the writes of a batch change, so that each table needs one statement.
import type { Representations, StoredSenderPool } from "../items.ts";
import type { IdempotentWrite } from "../writes.ts";
import { newSenderPool, newSenderPoolOperation, updatedSenderPool } from "../transitions.ts";
import type { Clock } from "./clock.ts";
import * as statements from "./change-statements.ts";
import { operationRow, poolRow } from "./rows.ts";
import type { SqlValue, Statement } from "./connections.ts";
import type { WriteRequest } from "./write-request.ts";

/** Options of `WriteChanges`. */
export interface ChangeOptions {
  readonly clock: Clock;
  readonly batchSize: number;
  readonly idempotencyKeptFor: number;
  readonly representations: Representations;
}

/** A statement and its parameters. */
export type Change = readonly [Statement, readonly SqlValue[]];

/** Collects changes and returns them as statements. */
export class WriteChanges {
  readonly #options: ChangeOptions;
  readonly #newPools: object[] = [];
  readonly #changedPools: object[] = [];
  readonly #deletedPools: object[] = [];
  readonly #goneMembers: object[] = [];
  readonly #operations: object[] = [];
  readonly #running: object[] = [];
  readonly #batches: object[] = [];
  readonly #responses: object[] = [];

  constructor(options: ChangeOptions) {
    this.#options = options;
  }

  /** Adds a write whose outcome is `done`. */
  make(request: WriteRequest, pool: StoredSenderPool | undefined): void {
    const { account, kind, write } = request;
    const { clock, representations } = this.#options;
    const account_key = account;
    if (kind === "create")
      this.#newPools.push({ account_key, ...poolRow(newSenderPool(write), representations) });
    if (kind === "create" || kind === "add") this.#start(account, write);
    if (kind === "delete") this.#deletedPools.push({ account_key, id: write.poolId });
    if (kind === "remove") {
      this.#goneMembers.push({ account_key, pool_id: write.poolId, sender_id: write.senderId });
    }
    if (kind === "update" && pool !== undefined) {
      const next = updatedSenderPool(pool, write, clock.now());
      if (next !== pool) this.#changedPools.push({ account_key, ...poolRow(next, representations) });
    }
    if (write.idempotency !== undefined) this.#responses.push(responseRow(account, write.idempotency));
  }

  /**
   * Returns the statements in the order in which to send them: those that may wait for locks of others come
   * first.
   */
  statements(): Change[] {
    const { clock, idempotencyKeptFor } = this.#options;
    const now = clock.now();
    const changes: (readonly [Statement, readonly object[], ...SqlValue[]])[] = [
      [statements.deleteMembers, this.#goneMembers],
      [statements.deletePools, this.#deletedPools, now],
      [statements.updatePools, this.#changedPools],
      [statements.insertPools, this.#newPools],
      [statements.insertOperations, this.#operations],
      [statements.insertRunning, this.#running, clock.leases()],
      [statements.insertBatches, this.#batches],
      [statements.keepResponses, this.#responses, now + idempotencyKeptFor],
    ];
    const made = changes
      .filter(([, rows]) => rows.length > 0)
      .map(([statement, rows, ...more]): Change => [statement, [JSON.stringify(rows), ...more]]);
    const kept = this.#responses.length;
    // Last, because it skips locked rows: it waits for no other transaction, while others may wait for this
    // one.
    return kept === 0 ? made : [...made, [statements.forgetResponses, [now, kept]]];
  }

  #start(
    account: number,
    write: { poolId: string; operationId: string; senderIds: readonly string[] },
  ): void {
    const { poolId: pool_id, operationId: operation_id, senderIds } = write;
    const operation = newSenderPoolOperation(operation_id, senderIds.length);
    this.#operations.push({ account_key: account, pool_id, ...operationRow(operation) });
    if (operation.status !== "PROCESSING") return;
    const { batchSize } = this.#options;
    const batches = Math.ceil(senderIds.length / batchSize);
    this.#running.push({ account_key: account, operation_id, pool_id, batches });
    for (let batch = 0; batch < batches; batch++) {
      const sender_ids = senderIds.slice(batch * batchSize, (batch + 1) * batchSize);
      this.#batches.push({ account_key: account, operation_id, batch, sender_ids });
    }
  }
}

function responseRow(
  account: number,
  { scope, key, bodyFingerprint, response: answer }: IdempotentWrite,
): object {
  return { account_key: account, scope, key, body_fingerprint: bodyFingerprint, answer };
}
