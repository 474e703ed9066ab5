// Lets workers share the running operations: claims with a lease, and steps that happen exactly once even if
// a worker dies. Times are the database's.
import type { AdvanceOutcome, AdvanceQuery, ClaimQuery, SenderPoolOperationKey } from "../store.ts";
import type { Clock } from "./clock.ts";
import type { Connections } from "./connections.ts";
import { advanceHeld, claimFree } from "./step-statements.ts";

/** A requested step, and the key of its account. */
export interface AdvanceRequest {
  readonly account: number;
  readonly query: AdvanceQuery;
}

/** Maximum number of steps per transaction: each may add a whole batch of senders. */
const mostSteps = 64;

/** Returns how many steps, from the first, may share a transaction: at most one per operation. */
export function stepsTogether(waiting: readonly AdvanceRequest[]): number {
  const seen = new Set<string>();
  for (const { account, query } of waiting) {
    const name = `${account} ${query.operationId}`;
    if (seen.size === mostSteps || seen.has(name)) break;
    seen.add(name);
  }
  return seen.size;
}

/** Runs steps in one transaction; results are in the order of the requests. */
export async function runSteps(
  connections: Connections,
  requests: readonly AdvanceRequest[],
  clock: Clock,
): Promise<AdvanceOutcome[]> {
  const queries = requests.map(({ account, query }, place) => {
    const { operationId: operation_id, holder, leaseFor: lease_for } = query;
    return { place, account_key: account, operation_id, holder, lease_for };
  });
  const rows = await connections.query<{ place: number; is_last: boolean }>(advanceHeld, [
    JSON.stringify(queries),
    clock.now(),
    clock.leases(),
  ]);
  const outcomes = new Map(
    rows.map(({ place, is_last }) => [place, is_last ? "ended" : "advanced"] as const),
  );
  return requests.map((_, place) => outcomes.get(place) ?? "lost");
}

/**
 * Claims free operations of all accounts, the longest idle first; those that another claim is taking are
 * skipped.
 */
export async function claimOperations(
  connections: Connections,
  { holder, idleFor, leaseFor, limit, only }: ClaimQuery,
  onlyAccount: number | null,
  clock: Clock,
): Promise<SenderPoolOperationKey[]> {
  const rows = await connections.query<{ account_id: string; operation_id: string; moved_at: number }>(
    claimFree,
    [holder, idleFor, leaseFor, limit, onlyAccount, only?.operationId ?? null, clock.leases()],
  );
  // RETURNING has no guaranteed order.
  rows.sort((left, right) => left.moved_at - right.moved_at);
  return rows.map(({ account_id, operation_id }) => ({ accountId: account_id, operationId: operation_id }));
}
