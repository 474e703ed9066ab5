// Statements for the changes of a batch of writes: one for each table and kind, with its rows as JSON.
import { leaseTime } from "./clock.ts";
import type { Statement } from "./connections.ts";

export const insertPools: Statement = {
  name: "insert-pools",
  text: `
    INSERT INTO sender_pools (account_key, id, name, tags, updated_at, version, representation, representation_mark)
    SELECT account_key, id, name, tags, updated_at, version, representation, representation_mark
    FROM json_to_recordset($1) AS made (
      account_key integer, id text, name text, tags json, updated_at bigint, version integer,
      representation text, representation_mark integer
    )`,
};

export const updatePools: Statement = {
  name: "update-pools",
  text: `
    UPDATE sender_pools AS pool
    SET name = changed.name, tags = changed.tags, updated_at = changed.updated_at, version = changed.version,
      representation = changed.representation, representation_mark = changed.representation_mark
    FROM json_to_recordset($1) AS changed (
      account_key integer, id text, name text, tags json, updated_at bigint, version integer,
      representation text, representation_mark integer
    )
    WHERE pool.account_key = changed.account_key AND pool.id = changed.id`,
};

/**
 * Deletes pools with their members and ends the operations that still fill them: queued senders count as
 * failed.
 *
 * @see canceledOperation, the equivalent for one operation
 */
export const deletePools: Statement = {
  name: "delete-pools",
  text: `
    WITH gone AS MATERIALIZED (
      SELECT account_key, id FROM json_to_recordset($1) AS gone (account_key integer, id text)
    ), pools AS (
      DELETE FROM sender_pools AS pool USING gone
      WHERE pool.account_key = gone.account_key AND pool.id = gone.id
    ), members AS (
      DELETE FROM sender_pool_members AS member USING gone
      WHERE member.account_key = gone.account_key AND member.pool_id = gone.id
    ), stopped AS (
      DELETE FROM running_operations AS running USING gone
      WHERE running.account_key = gone.account_key AND running.pool_id = gone.id
      RETURNING running.account_key, running.operation_id
    ), forgotten AS (
      DELETE FROM queued_batches AS queued USING stopped
      WHERE queued.account_key = stopped.account_key AND queued.operation_id = stopped.operation_id
    )
    UPDATE sender_pool_operations AS operation
    SET status = 'CANCELED', failed = failed + queued, queued = 0, updated_at = greatest(updated_at, $2)
    FROM stopped
    WHERE operation.account_key = stopped.account_key AND operation.id = stopped.operation_id`,
};

export const deleteMembers: Statement = {
  name: "delete-members",
  text: `
    DELETE FROM sender_pool_members AS member
    USING json_to_recordset($1) AS gone (account_key integer, pool_id text, sender_id text)
    WHERE member.account_key = gone.account_key AND member.pool_id = gone.pool_id
      AND member.sender_id = gone.sender_id`,
};

export const insertOperations: Statement = {
  name: "insert-operations",
  text: `
    INSERT INTO sender_pool_operations (account_key, id, pool_id, status, queued, created, failed, updated_at)
    SELECT account_key, id, pool_id, status, queued, created, failed, updated_at
    FROM json_to_recordset($1) AS started (
      account_key integer, id text, pool_id text, status text, queued integer, created integer, failed integer,
      updated_at bigint
    )`,
};

export const insertRunning: Statement = {
  name: "insert-running",
  text: `
    INSERT INTO running_operations (account_key, operation_id, pool_id, batches, moved_at)
    SELECT account_key, operation_id, pool_id, batches, ${leaseTime("$2")}
    FROM json_to_recordset($1) AS started (
      account_key integer, operation_id text, pool_id text, batches integer
    )`,
};

export const insertBatches: Statement = {
  name: "insert-batches",
  text: `
    INSERT INTO queued_batches (account_key, operation_id, batch, sender_ids)
    SELECT account_key, operation_id, batch, sender_ids
    FROM json_to_recordset($1) AS queued (
      account_key integer, operation_id text, batch integer, sender_ids text[]
    )`,
};

/**
 * The transaction holds the key's lock, so an existing row can only be an expired response, which is
 * replaced.
 */
export const keepResponses: Statement = {
  name: "keep-answers",
  text: `
    INSERT INTO kept_answers (account_key, scope, key, body_fingerprint, answer, kept_until)
    SELECT account_key, scope, key, body_fingerprint, answer, $2
    FROM json_to_recordset($1) AS kept (
      account_key integer, scope text, key text, body_fingerprint text, answer text
    )
    ON CONFLICT (account_key, scope, key) DO UPDATE
    SET body_fingerprint = excluded.body_fingerprint, answer = excluded.answer, kept_until = excluded.kept_until`,
};

/**
 * Deletes two expired rows for each new one: the table shrinks to the live rows, and no write pays for a
 * whole day's.
 */
export const forgetResponses: Statement = {
  name: "forget-answers",
  text: `
    DELETE FROM kept_answers WHERE (account_key, scope, key) IN (
      SELECT account_key, scope, key FROM kept_answers WHERE kept_until <= $1
      ORDER BY kept_until LIMIT 2 * $2 FOR UPDATE SKIP LOCKED
    )`,
};
