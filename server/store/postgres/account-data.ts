// Exports all data of an account from the database in one snapshot, and imports it.
import type { AccountData, KeptResponse } from "../items.ts";
import * as statements from "./change-statements.ts";
import type { SqlValue, Statement } from "./connections.ts";
import {
  operationColumns,
  operationRow,
  type OperationRow,
  poolColumns,
  type PoolRow,
  senderColumns,
  type SenderRow,
  storedOperation,
  storedPool,
  storedSender,
} from "./rows.ts";
import type { Transaction } from "./transaction.ts";

/** Maximum number of rows per insert, so that each statement stays well within the statement timeout. */
export const insertedTogether = 5_000;

/** Makes all statements of the transaction see the same snapshot. */
const oneMoment: Statement = {
  name: "see-one-moment",
  text: "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
};

const ofAccount = (columns: string, table: string): Statement => ({
  name: `export-${table}`,
  text: `SELECT ${columns} FROM ${table} WHERE account_key = $1 ORDER BY id`,
});
const exportPools = ofAccount(poolColumns, "sender_pools");
const exportSenders = ofAccount(senderColumns, "senders");
const exportOperations = ofAccount(`${operationColumns}, pool_id`, "sender_pool_operations");

const exportMembers: Statement = {
  name: "export-members",
  text: `
    SELECT pool_id, array_agg(sender_id ORDER BY sender_id) AS sender_ids FROM sender_pool_members
    WHERE account_key = $1 GROUP BY pool_id ORDER BY pool_id`,
};

const exportBatches: Statement = {
  name: "export-batches",
  text: `
    SELECT operation_id, sender_ids FROM queued_batches WHERE account_key = $1 ORDER BY operation_id, batch`,
};

const exportResponses: Statement = {
  name: "export-responses",
  text: `
    SELECT scope, key, body_fingerprint AS "bodyFingerprint", answer, kept_until AS "keptUntil" FROM kept_answers
    WHERE account_key = $1 AND kept_until > $2 ORDER BY scope, key`,
};

const insertMembers: Statement = {
  name: "insert-members",
  text: `
    INSERT INTO sender_pool_members (account_key, pool_id, sender_id)
    SELECT $1, pool_id, unnest(sender_ids)
    FROM json_to_recordset($2) AS pool (pool_id text, sender_ids text[])`,
};

const insertResponses: Statement = {
  name: "insert-responses",
  text: `
    INSERT INTO kept_answers (account_key, scope, key, body_fingerprint, answer, kept_until)
    SELECT $1, scope, key, "bodyFingerprint", answer, "keptUntil"
    FROM json_to_recordset($2) AS kept (
      scope text, key text, "bodyFingerprint" text, answer text, "keptUntil" bigint
    )`,
};

/**
 * Exports an account.
 *
 * @param account  its key
 */
export async function exportAccount(
  transaction: Transaction,
  account: number,
  now: number,
): Promise<AccountData> {
  await transaction.begin();
  await transaction.query(oneMoment, []);
  const select = <Row extends object>(statement: Statement, ...more: SqlValue[]): Promise<Row[]> =>
    transaction.query<Row>(statement, [account, ...more]);
  const queues = new Map<string, string[]>();
  const batches = await select<{ operation_id: string; sender_ids: string[] }>(exportBatches);
  for (const { operation_id, sender_ids } of batches) {
    const queue = queues.get(operation_id) ?? [];
    queues.set(operation_id, queue);
    for (const id of sender_ids) queue.push(id);
  }
  const members = await select<{ pool_id: string; sender_ids: string[] }>(exportMembers);
  const operations = await select<OperationRow & { pool_id: string }>(exportOperations);
  const data = {
    senders: (await select<SenderRow>(exportSenders)).map(storedSender),
    pools: (await select<PoolRow>(exportPools)).map(storedPool),
    members: members.map(({ pool_id, sender_ids }) => ({ poolId: pool_id, senderIds: sender_ids })),
    operations: operations.map(({ pool_id, ...row }) => ({
      poolId: pool_id,
      operation: storedOperation(row),
      queue: queues.get(row.id) ?? [],
    })),
    responses: await select<KeptResponse>(exportResponses, now),
  };
  await transaction.commit();
  return data;
}

/** Imports the rows of an account other than pools and senders. */
export async function importRest(
  transaction: Transaction,
  account: number,
  { data, batchSize, leases }: { data: AccountData; batchSize: number; leases: number | null },
): Promise<void> {
  const insert = async (
    statement: Statement,
    rows: readonly object[],
    before: SqlValue[],
    after: SqlValue[],
  ) => {
    for (let from = 0; from < rows.length; from += insertedTogether) {
      const text = JSON.stringify(rows.slice(from, from + insertedTogether));
      await transaction.query(statement, [...before, text, ...after]);
    }
  };
  const members = data.members.map(({ poolId, senderIds }) => ({ pool_id: poolId, sender_ids: senderIds }));
  await insert(insertMembers, members, [account], []);
  const account_key = account;
  const operations = data.operations.map(({ poolId, operation }) => {
    return { account_key, pool_id: poolId, ...operationRow(operation) };
  });
  await insert(statements.insertOperations, operations, [], []);
  const running = data.operations.filter(({ queue }) => queue.length > 0);
  const started = running.map(({ poolId, operation, queue }) => {
    const batches = Math.ceil(queue.length / batchSize);
    return { account_key, operation_id: operation.id, pool_id: poolId, batches };
  });
  await insert(statements.insertRunning, started, [], [leases]);
  const batches = running.flatMap(({ operation, queue }) =>
    Array.from({ length: Math.ceil(queue.length / batchSize) }, (_, batch) => ({
      account_key,
      operation_id: operation.id,
      batch,
      sender_ids: queue.slice(batch * batchSize, (batch + 1) * batchSize),
    })),
  );
  await insert(statements.insertBatches, batches, [], []);
  await insert(insertResponses, data.responses, [account], []);
}
