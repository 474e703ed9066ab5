// Exports all data of an account from an SQLite store, and imports it. Both run in a transaction, or
// synchronously while no other code can use the file.
import type { AccountData, OperationData, PoolMembers } from "../items.ts";
import type { Preparing, SqlValue } from "./database.ts";
import {
  senderColumns,
  senderPoolColumns,
  senderPoolOperationColumns,
  toSender,
  toSenderPool,
  toSenderPoolOperation,
} from "./rows.ts";
import type { SenderPoolOperationRow, SenderPoolRow, SenderRow } from "./rows.ts";

type OperationOfPoolRow = readonly [...SenderPoolOperationRow, poolId: string];
type ResponseRow = readonly [
  scope: string,
  key: string,
  bodyFingerprint: string,
  answer: string,
  keptUntil: number,
];

/**
 * Exports an account.
 *
 * @param account  its key
 */
export function exportAccount(database: Preparing, account: number, now: number): AccountData {
  const select = <Row extends readonly SqlValue[]>(columns: string, rest: string): Row[] =>
    database.prepare<Row>(`SELECT ${columns} FROM ${rest}`).all(account);
  const queues = new Map<string, string[]>();
  const batches = select<readonly [string, string]>(
    "operation_id, sender_ids",
    "queued_batches WHERE account_key = ? ORDER BY operation_id, batch",
  );
  for (const [id, batch] of batches) {
    const queue = queues.get(id) ?? [];
    queues.set(id, queue);
    for (const senderId of JSON.parse(batch) as string[]) queue.push(senderId);
  }
  const ofAccount = "WHERE account_key = ? ORDER BY id";
  return {
    senders: select<SenderRow>(senderColumns, `senders ${ofAccount}`).map(toSender),
    pools: select<SenderPoolRow>(senderPoolColumns, `sender_pools ${ofAccount}`).map(toSenderPool),
    members: select<readonly [string, string]>(
      "pool_id, json_group_array(sender_id)",
      "(SELECT * FROM sender_pool_members WHERE account_key = ? ORDER BY pool_id, sender_id) GROUP BY pool_id",
    ).map(([poolId, senderIds]): PoolMembers => ({ poolId, senderIds: JSON.parse(senderIds) as string[] })),
    operations: select<OperationOfPoolRow>(
      `${senderPoolOperationColumns}, pool_id`,
      `sender_pool_operations ${ofAccount}`,
    ).map(([id, status, queued, created, failed, updatedAt, poolId]): OperationData => {
      const operation = toSenderPoolOperation([id, status, queued, created, failed, updatedAt]);
      return { poolId, operation, queue: queues.get(id) ?? [] };
    }),
    responses: select<ResponseRow>(
      "scope, key, body_fingerprint, answer, kept_until",
      "kept_answers WHERE account_key = ? ORDER BY scope, key",
    ).flatMap(([scope, key, bodyFingerprint, answer, keptUntil]) =>
      keptUntil > now ? [{ scope, key, bodyFingerprint, answer, keptUntil }] : [],
    ),
  };
}

/** Imports the rows of an account other than pools and senders. */
export function importRest(
  database: Preparing,
  account: number,
  { data, batchSize }: { readonly data: AccountData; readonly batchSize: number },
): void {
  const insert = (table: string, columns: string) => {
    const marks = columns.replace(/\w+/g, "?");
    return database.prepare<never>(`INSERT INTO ${table} (account_key, ${columns}) VALUES (?, ${marks})`);
  };
  const member = insert("sender_pool_members", "pool_id, sender_id");
  for (const { poolId, senderIds } of data.members)
    for (const senderId of senderIds) member.run(account, poolId, senderId);
  const operations = insert(
    "sender_pool_operations",
    "id, pool_id, status, queued, created, failed, updated_at",
  );
  const queued = insert("queued_batches", "operation_id, batch, sender_ids");
  for (const { poolId, operation, queue } of data.operations) {
    const { id, status, stats, updatedAt } = operation;
    operations.run(account, id, poolId, status, stats.queued, stats.created, stats.failed, updatedAt);
    for (let from = 0; from < queue.length; from += batchSize)
      queued.run(account, id, from, JSON.stringify(queue.slice(from, from + batchSize)));
  }
  const kept = insert("kept_answers", "scope, key, body_fingerprint, answer, kept_until");
  for (const { scope, key, bodyFingerprint, answer, keptUntil } of data.responses)
    kept.run(account, scope, key, bodyFingerprint, answer, keptUntil);
}
