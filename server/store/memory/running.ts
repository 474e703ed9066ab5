// The running operations of a memory store: their queues and leases.
import { Leases } from "../leases.ts";
import type { MemoryAccount } from "./account.ts";
import { advancedOperation, canceledOperation } from "../transitions.ts";
import type { AdvanceOutcome, AdvanceQuery, ClaimQuery, SenderPoolOperationKey } from "../store.ts";

interface RunningOperation extends SenderPoolOperationKey {
  readonly account: MemoryAccount;
  readonly poolId: string;
  readonly queue: readonly string[];
  /** Number of senders of the queue that are processed. */
  done: number;
  movedAt: number;
}

/** Running operations of all accounts, ordered by time since their last step, longest first. */
export class MemoryRunning {
  /** An operation that advances is reinserted at the end, so insertion order is order of idleness. */
  readonly #running = new Map<string, RunningOperation>();
  readonly #leases = new Leases();
  readonly #batchSize: number;

  constructor(batchSize: number) {
    this.#batchSize = batchSize;
  }

  start(operation: Omit<RunningOperation, "done">): void {
    this.#running.set(runningKey(operation), { ...operation, done: 0 });
  }

  /** Returns the senders that are still queued. */
  queue(key: SenderPoolOperationKey): readonly string[] {
    const running = this.#running.get(runningKey(key));
    return running?.queue.slice(running.done) ?? [];
  }

  /** Cancels the running operations of a pool. */
  cancel(account: MemoryAccount, poolId: string, now: number): void {
    for (const [key, running] of this.#running) {
      if (running.account !== account || running.poolId !== poolId) continue;
      this.#end(key);
      account.changeOperation(running.operationId, (operation) => canceledOperation(operation, now));
    }
  }

  /** Removes the running operations of an account whose rows were deleted. */
  forget(account: MemoryAccount): void {
    for (const [key, running] of this.#running) if (running.account === account) this.#end(key);
  }

  claim({ holder, idleFor, leaseFor, limit, only }: ClaimQuery, now: number): SenderPoolOperationKey[] {
    const claimed: SenderPoolOperationKey[] = [];
    const wanted = only && runningKey(only);
    for (const [key, { accountId, operationId, movedAt }] of this.#running) {
      if (claimed.length === limit || movedAt > now - idleFor) break;
      if ((wanted !== undefined && key !== wanted) || this.#leases.holder(key, now) !== undefined) continue;
      this.#leases.grant(key, holder, now + leaseFor);
      claimed.push({ accountId, operationId });
    }
    return claimed;
  }

  advance(query: AdvanceQuery, now: number): AdvanceOutcome {
    const key = runningKey(query);
    const running = this.#running.get(key);
    if (running === undefined || this.#leases.holder(key, now) !== query.holder) return "lost";
    const { account, poolId, operationId, queue } = running;
    const batch = queue.slice(running.done, running.done + this.#batchSize);
    const created = account.join(poolId, batch);
    account.changeOperation(operationId, (operation) =>
      advancedOperation(operation, { created, failed: batch.length - created }, now),
    );
    this.#end(key);
    running.done += batch.length;
    if (running.done === queue.length) return "ended";
    running.movedAt = now;
    this.#running.set(key, running);
    if (query.leaseFor > 0) this.#leases.grant(key, query.holder, now + query.leaseFor);
    return "advanced";
  }

  #end(key: string): void {
    this.#running.delete(key);
    this.#leases.release(key);
  }
}

/** Map key of an operation. An id is unique within its account only; no id contains a line break. */
function runningKey({ accountId, operationId }: SenderPoolOperationKey): string {
  return `${operationId}\n${accountId}`;
}
