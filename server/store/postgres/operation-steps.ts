// How workers share the running operations: claims with a lease, and steps that happen once whoever dies. Times are the database's.
import type { AdvanceOutcome, AdvanceQuery, ClaimQuery, SenderPoolOperationKey } from "../store.ts";
import type { Clock } from "./clock.ts";
import { leaseTime } from "./clock.ts";
import type { Connections, Statement } from "./connections.ts";

const claim: Statement = {
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
 * One step of each operation that its worker still holds. Pools are locked first, in order, as writes do it; a pool that is being deleted
 * takes its operations along. `next_batch` is read from the locked row, so a step that ran twice finds the batch after it.
 *
 * @see advancedOperation, which says the same of one operation
 */
const advance: Statement = {
  name: "advance-operations",
  text: `
    WITH asked AS MATERIALIZED (
      SELECT place, account_key, operation_id, holder, lease_for FROM json_to_recordset($1) AS asked (
        place integer, account_key integer, operation_id text, holder text, lease_for bigint
      )
    ), pools AS MATERIALIZED (
      SELECT account_key, id FROM sender_pools
      WHERE (account_key, id) IN (
        SELECT account_key, pool_id FROM asked JOIN running_operations USING (account_key, operation_id)
      )
      ORDER BY account_key, id FOR KEY SHARE
    ), held AS MATERIALIZED (
      SELECT asked.place, asked.lease_for, running.account_key, running.operation_id, running.pool_id,
        running.next_batch, running.next_batch + 1 = running.batches AS is_last
      FROM asked
      JOIN running_operations AS running USING (account_key, operation_id)
      JOIN pools ON pools.account_key = running.account_key AND pools.id = running.pool_id
      WHERE running.lease_holder = asked.holder AND running.lease_until > ${leaseTime("$3")}
      ORDER BY running.account_key, running.operation_id FOR UPDATE OF running
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

/** A step that is asked for, and the key of its account. */
export interface AdvanceRequest {
  readonly account: number;
  readonly query: AdvanceQuery;
}

/** Steps of this many operations share a transaction at most: each may put a whole batch of senders in. */
const mostSteps = 64;

/** How many steps, from the first, may share a transaction: an operation takes one at a time. */
export function stepsTogether(waiting: readonly AdvanceRequest[]): number {
  const seen = new Set<string>();
  for (const { account, query } of waiting) {
    const name = `${account} ${query.operationId}`;
    if (seen.size === mostSteps || seen.has(name)) break;
    seen.add(name);
  }
  return seen.size;
}

/** Takes steps in one transaction; answers in the order of the requests. */
export async function runSteps(
  connections: Connections,
  requests: readonly AdvanceRequest[],
  clock: Clock,
): Promise<AdvanceOutcome[]> {
  const asked = requests.map(({ account, query }, place) => {
    const { operationId: operation_id, holder, leaseFor: lease_for } = query;
    return { place, account_key: account, operation_id, holder, lease_for };
  });
  const rows = await connections.query<{ place: number; is_last: boolean }>(advance, [
    JSON.stringify(asked),
    clock.now(),
    clock.leases(),
  ]);
  const outcomes = new Map(
    rows.map(({ place, is_last }) => [place, is_last ? "ended" : "advanced"] as const),
  );
  return requests.map((_, place) => outcomes.get(place) ?? "lost");
}

/** Takes free operations of all accounts, the longest idle first; what another claim is taking is skipped. */
export async function claimOperations(
  connections: Connections,
  { holder, idleFor, leaseFor, limit, only }: ClaimQuery,
  onlyAccount: number | null,
  clock: Clock,
): Promise<SenderPoolOperationKey[]> {
  const rows = await connections.query<{ account_id: string; operation_id: string; moved_at: number }>(
    claim,
    [holder, idleFor, leaseFor, limit, onlyAccount, only?.operationId ?? null, clock.leases()],
  );
  // RETURNING keeps no order.
  rows.sort((left, right) => left.moved_at - right.moved_at);
  return rows.map(({ account_id, operation_id }) => ({ accountId: account_id, operationId: operation_id }));
}
