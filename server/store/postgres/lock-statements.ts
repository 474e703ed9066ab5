// What a batch of writes locks and reads before it decides: keys, pools and members, each in one order, so that batches never
// wait for each other in a circle.
import type { Statement } from "./connections.ts";

/** Tries to hold idempotency keys until the transaction ends; a key that another transaction holds is not waited for. */
export const lockKeys: Statement = {
  name: "lock-keys",
  text: `
    SELECT place, pg_try_advisory_xact_lock(lock) AS is_held
    FROM json_to_recordset($1) AS asked (place integer, lock bigint)`,
};

/** A statement of its own after `lockKeys`: it sees what the last holder of a key has committed. */
export const findAnswers: Statement = {
  name: "find-answers",
  text: `
    SELECT place, body_fingerprint, answer
    FROM json_to_recordset($1) AS asked (place integer, account_key integer, scope text, key text)
    JOIN kept_answers USING (account_key, scope, key)
    WHERE kept_until > $2`,
};

/** The rows are sorted before the first is locked; `FOR` inside keeps the planner from joining in another order. */
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
 * Locks pools in the order of their keys, all with the strength that the strongest of the batch's writes needs. Writes that only put
 * senders in or out share a pool with each other and with workers; the pool itself cannot go meanwhile.
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
