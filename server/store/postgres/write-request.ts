// The contract's five writes as queued for a batch, and the rule for which may share one.
import type { StoreWrite } from "../decide-write.ts";

/** A write, and the key of its account. */
export type WriteRequest = { readonly account: number } & StoreWrite;

/** Maximum number of writes per transaction: more save little, and hold locks for longer. */
const mostWrites = 256;
/** Maximum number of senders per transaction, as one write may name thousands. */
const mostSenders = 20_000;

/**
 * Returns how many writes, from the first, may share a transaction. The batch ends before a write that names
 * the pool of an earlier one, unless both add to it: so writes within a batch are independent, and the order
 * of batches preserves their order.
 */
export function writesTogether(waiting: readonly WriteRequest[]): number {
  const kinds = new Map<string, WriteRequest["kind"]>();
  let senders = 0;
  for (const [index, request] of waiting.entries()) {
    const pool = poolName(request.account, request.write.poolId);
    const earlier = kinds.get(pool);
    senders += senderIds(request).length;
    const isApart = earlier === undefined || (earlier === "add" && request.kind === "add");
    if (index === mostWrites || (index > 0 && senders > mostSenders) || !isApart) return index;
    kinds.set(pool, request.kind);
  }
  return waiting.length;
}

/** Returns the senders that a write adds to its pool, as in the request. */
export function senderIds(request: WriteRequest): readonly string[] {
  return request.kind === "create" || request.kind === "add" ? request.write.senderIds : [];
}

/** Returns a key that is unique among the pools of all accounts. */
export function poolName(account: number, poolId: string): string {
  return `${account} ${poolId}`;
}
