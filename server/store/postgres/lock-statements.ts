// Statements that lock and read the rows of a batch of writes: keys, then pools, then members, each in one
// fixed order, so that batches never deadlock.
import type { Statement } from "./connections.ts";

/**
 * Tries to lock idempotency keys until the transaction ends, without waiting for a key that another
 * transaction holds.
 */
export const lockKeys: Statement = {
  name: "lock-keys",
  text: `
    SELECT place, pg_try_advisory_xact_lock(lock) AS is_held
    FROM json_to_recordset($1) AS asked (place integer, lock bigint)`,
};

/** Separate from `lockKeys` and after it, so that it sees rows committed by the previous holder of a key. */
export const findResponses: Statement = {
  name: "find-answers",
  text: `
    SELECT place, body_fingerprint, answer
    FROM json_to_recordset($1) AS asked (place integer, account_key integer, scope text, key text)
    JOIN kept_answers USING (account_key, scope, key)
    WHERE kept_until > $2`,
};

/**
 * Rows are sorted before the first is locked; `FOR` in the subquery keeps the planner from joining in another
 * order.
 */
const lockPools = (strength: string): string => `
  SELECT pool.* FROM (
    SELECT account_key, id FROM json_to_recordset($1) AS asked (account_key integer, id text COLLATE "C")
    ORDER BY account_key, id
  ) AS asked
  CROSS JOIN LATERAL (
    SELECT account_key, id, name, tags, updated_at, version FROM sender_pools
    WHERE account_key = asked.account_key AND id = asked.id FOR ${strength}
  ) AS pool`;

/**
 * Locks pools in the order of their keys, all with the strongest lock that the batch's writes need. Writes
 * that only add or remove senders share the lock with each other and with workers; meanwhile the pool cannot
 * be deleted.
 */
export const lockPoolsTo = {
  delete: { name: "lock-pools-to-delete", text: lockPools("UPDATE") },
  update: { name: "lock-pools-to-update", text: lockPools("NO KEY UPDATE") },
  share: { name: "lock-pools-to-share", text: lockPools("KEY SHARE") },
} as const satisfies Record<string, Statement>;

/** Locks members after their pools, in the order of their keys. */
export const lockMembers: Statement = {
  name: "lock-members",
  text: `
    SELECT asked.place FROM (
      SELECT place, account_key, pool_id, sender_id FROM json_to_recordset($1) AS asked (
        place integer, account_key integer, pool_id text COLLATE "C", sender_id text COLLATE "C"
      )
      ORDER BY account_key, pool_id, sender_id
    ) AS asked
    CROSS JOIN LATERAL (
      SELECT FROM sender_pool_members
      WHERE account_key = asked.account_key AND pool_id = asked.pool_id AND sender_id = asked.sender_id FOR UPDATE
    ) AS member`,
};
