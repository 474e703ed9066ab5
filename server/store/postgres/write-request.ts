// The contract's five writes as they wait for their batch, and which of them may share one.
import type { StoreWrite } from "../decide-write.ts";

/** A write, and the key of its account. */
export type WriteRequest = { readonly account: number } & StoreWrite;

/** More writes in one transaction hardly save more, and hold locks for longer. */
const mostWrites = 256;
/** A write may name thousands of senders; this bounds what one transaction sends. */
const mostSenders = 20_000;

/**
 * How many writes, from the first, may share a transaction. It ends before a write that names the pool of an earlier one, unless both
 * add to it: so within a batch no write depends on another, and order is kept by the order of batches.
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

/** The senders that a write puts into its pool, as sent. */
export function senderIds(request: WriteRequest): readonly string[] {
  return request.kind === "create" || request.kind === "add" ? request.write.senderIds : [];
}

/** Tells the pools of all accounts apart. */
export function poolName(account: number, poolId: string): string {
  return `${account} ${poolId}`;
}
