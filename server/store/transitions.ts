// How rows begin and change, whichever store keeps them. A creation time is the one inside the id.
import { timeOfTypeId } from "../ids/type-id.ts";
import type { StoredSenderPool, StoredSenderPoolOperation, Tags } from "./items.ts";
import type { CreateSenderPool, UpdateSenderPool } from "./writes.ts";

/** A pool at its first version. */
export function newSenderPool({ poolId, name, tags }: CreateSenderPool): StoredSenderPool {
  const createdAt = timeOfTypeId(poolId);
  return { id: poolId, name, tags, createdAt, updatedAt: createdAt, version: 1 };
}

/** The pool after the update; the very same object when it says nothing new. */
export function updatedSenderPool(
  pool: StoredSenderPool,
  { name = pool.name, tags = pool.tags }: Pick<UpdateSenderPool, "name" | "tags">,
  now: number,
): StoredSenderPool {
  if (name === pool.name && sameTags(tags, pool.tags)) return pool;
  // A clock that was set back must not make the update older than what it updates.
  return { ...pool, name, tags, updatedAt: Math.max(now, pool.updatedAt), version: pool.version + 1 };
}

/** An operation with all of its senders queued; with none it has nothing to do and is completed. */
export function newSenderPoolOperation(id: string, total: number): StoredSenderPoolOperation {
  const createdAt = timeOfTypeId(id);
  return {
    id,
    status: total === 0 ? "COMPLETED" : "PROCESSING",
    stats: { total, queued: total, created: 0, failed: 0 },
    createdAt,
    updatedAt: createdAt,
  };
}

/** The operation after a batch of its queue was worked off. */
export function advancedOperation(
  operation: StoredSenderPoolOperation,
  worked: { readonly created: number; readonly failed: number },
  now: number,
): StoredSenderPoolOperation {
  const { total, queued, created, failed } = operation.stats;
  const left = queued - worked.created - worked.failed;
  return {
    ...operation,
    status: left === 0 ? "COMPLETED" : "PROCESSING",
    stats: { total, queued: left, created: created + worked.created, failed: failed + worked.failed },
    updatedAt: Math.max(now, operation.updatedAt),
  };
}

/** The operation when its pool is deleted under it: what was queued can only have failed. */
export function canceledOperation(
  operation: StoredSenderPoolOperation,
  now: number,
): StoredSenderPoolOperation {
  const { total, queued, created, failed } = operation.stats;
  return {
    ...operation,
    status: "CANCELED",
    stats: { total, queued: 0, created, failed: failed + queued },
    updatedAt: Math.max(now, operation.updatedAt),
  };
}

/** Whether two maps have the same pairs, in whatever order. */
function sameTags(left: Tags, right: Tags): boolean {
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && left[key] === right[key])
  );
}
