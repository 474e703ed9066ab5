// The two statements with which workers claim and advance running operations.
import { leaseTime } from "./clock.ts";
import type { Statement } from "./connections.ts";

/** Claims free operations of all accounts; those that another claim is taking are skipped. */
export const claimFree: Statement = {
  name: "claim-operations",
  text: `
    WITH free AS MATERIALIZED (
      SELECT account_key, operation_id, moved_at FROM running_operations
      WHERE moved_at <= ${leaseTime("$7")} - $2 AND lease_until <= ${leaseTime("$7")}
        AND ($5::integer IS NULL OR (account_key = $5 AND operation_id = $6))
      ORDER BY moved_at LIMIT $4 FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE running_operations AS running
      SET lease_holder = $1, lease_until = ${leaseTime("$7")} + $3
      FROM free
      WHERE running.account_key = free.account_key AND running.operation_id = free.operation_id
      RETURNING running.account_key, running.operation_id, running.moved_at
    )
    SELECT account_id, operation_id, moved_at
    FROM claimed JOIN accounts USING (account_key)`,
};

/**
 * Advances each operation that its worker still holds by one step. Pools are locked first, in order, as
 * writes do; deleting a pool cancels its operations. `next_batch` is read from the locked row, so a step that
 * is run twice processes the next batch.
 *
 * @see advancedOperation, the equivalent for one operation
 */
export const advanceHeld: Statement = {
  name: "advance-operations",
  text: `
    WITH asked AS MATERIALIZED (
      SELECT place, account_key, operation_id, holder, lease_for FROM json_to_recordset($1) AS asked (
        place integer, account_key integer, operation_id text COLLATE "C", holder text, lease_for bigint
      )
    ), pools AS MATERIALIZED (
      SELECT pool.* FROM (
        SELECT DISTINCT running.account_key, running.pool_id
        FROM asked JOIN running_operations AS running USING (account_key, operation_id)
        ORDER BY running.account_key, running.pool_id
      ) AS filled
      CROSS JOIN LATERAL (
        SELECT account_key, id FROM sender_pools
        WHERE account_key = filled.account_key AND id = filled.pool_id FOR KEY SHARE
      ) AS pool
    ), held AS MATERIALIZED (
      SELECT candidate.place, candidate.lease_for, candidate.account_key, candidate.operation_id, running.pool_id,
        running.next_batch, running.next_batch + 1 = running.batches AS is_last
      FROM (
        SELECT asked.* FROM asked JOIN running_operations AS running USING (account_key, operation_id)
        JOIN pools ON pools.account_key = running.account_key AND pools.id = running.pool_id
        ORDER BY asked.account_key, asked.operation_id
      ) AS candidate
      CROSS JOIN LATERAL (
        SELECT pool_id, next_batch, batches FROM running_operations
        WHERE account_key = candidate.account_key AND operation_id = candidate.operation_id
          AND lease_holder = candidate.holder AND lease_until > ${leaseTime("$3")}
        FOR UPDATE
      ) AS running
    ), batch AS (
      DELETE FROM queued_batches AS queued USING held
      WHERE queued.account_key = held.account_key AND queued.operation_id = held.operation_id
        AND queued.batch = held.next_batch
      RETURNING queued.account_key, queued.operation_id, held.pool_id, queued.sender_ids
    ), known AS MATERIALIZED (
      SELECT batch.account_key, batch.operation_id, batch.pool_id, senders.id AS sender_id
      FROM batch CROSS JOIN unnest(batch.sender_ids) AS wanted (id)
      JOIN senders ON senders.account_key = batch.account_key AND senders.id = wanted.id
    ), joined AS (
      INSERT INTO sender_pool_members (account_key, pool_id, sender_id)
      SELECT account_key, pool_id, sender_id FROM known ORDER BY account_key, pool_id, sender_id
      ON CONFLICT DO NOTHING
    ), counted AS MATERIALIZED (
      SELECT account_key, operation_id, count(*)::integer AS created FROM known GROUP BY account_key, operation_id
    ), moved AS (
      UPDATE sender_pool_operations AS operation
      SET status = CASE WHEN operation.queued = cardinality(batch.sender_ids) THEN 'COMPLETED' ELSE 'PROCESSING' END,
        queued = operation.queued - cardinality(batch.sender_ids),
        created = operation.created + coalesce(counted.created, 0),
        failed = operation.failed + cardinality(batch.sender_ids) - coalesce(counted.created, 0),
        updated_at = greatest(operation.updated_at, $2)
      FROM batch LEFT JOIN counted USING (account_key, operation_id)
      WHERE operation.account_key = batch.account_key AND operation.id = batch.operation_id
    ), kept AS (
      UPDATE running_operations AS running
      SET next_batch = held.next_batch + 1, moved_at = ${leaseTime("$3")},
        lease_until = ${leaseTime("$3")} + held.lease_for
      FROM held
      WHERE running.account_key = held.account_key AND running.operation_id = held.operation_id AND NOT held.is_last
    ), ended AS (
      DELETE FROM running_operations AS running USING held
      WHERE running.account_key = held.account_key AND running.operation_id = held.operation_id AND held.is_last
    )
    SELECT place, is_last FROM held`,
};
