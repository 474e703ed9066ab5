// Creates and changes rows, for all stores. Creation times are those in the ids.
import { timeOfTypeId } from "../ids/type-id.ts";
import type { StoredSenderPool, StoredSenderPoolOperation, Tags } from "./items.ts";
import type { CreateSenderPool, UpdateSenderPool } from "./writes.ts";

/** Returns a new pool at its first version. */
export function newSenderPool({ poolId, name, tags }: CreateSenderPool): StoredSenderPool {
  const createdAt = timeOfTypeId(poolId);
  return { id: poolId, name, tags, createdAt, updatedAt: createdAt, version: 1 };
}

/** Returns the updated pool; the same object if nothing changes. */
export function updatedSenderPool(
  pool: StoredSenderPool,
  { name = pool.name, tags = pool.tags }: Pick<UpdateSenderPool, "name" | "tags">,
  now: number,
): StoredSenderPool {
  if (name === pool.name && sameTags(tags, pool.tags)) return pool;
  // If the clock was set back, the update must not be dated before the previous one.
  return { ...pool, name, tags, updatedAt: Math.max(now, pool.updatedAt), version: pool.version + 1 };
}

/** Returns a new operation with all senders queued; without senders it is completed at once. */
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

/** Returns the operation after a step has processed a batch of its queue. */
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

/** Returns the operation after its pool was deleted: queued senders count as failed. */
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

/** True if two maps have the same pairs, in any order. */
function sameTags(left: Tags, right: Tags): boolean {
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && left[key] === right[key])
  );
}
