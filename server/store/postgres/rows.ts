// Rows as the database has them, and what the store makes of them.
import { timeOfTypeId } from "../../ids/type-id.ts";
import type {
  StoredPage,
  StoredSender,
  StoredSenderPool,
  StoredSenderPoolOperation,
  Tags,
} from "../store.ts";

/** A row of `sender_pools`, without its account. */
export interface PoolRow {
  readonly id: string;
  readonly name: string;
  readonly tags: Tags;
  readonly updated_at: number;
  readonly version: number;
}

/** A row of `senders`, without its account. */
export interface SenderRow {
  readonly id: string;
  readonly display_name: string | null;
  readonly address: string;
  readonly channel: StoredSender["channel"];
  readonly status: StoredSender["status"];
  readonly tags: Tags;
  readonly updated_at: number;
}

/** A row of `sender_pool_operations`, without its account and its pool. */
export interface OperationRow {
  readonly id: string;
  readonly status: StoredSenderPoolOperation["status"];
  readonly queued: number;
  readonly created: number;
  readonly failed: number;
  readonly updated_at: number;
}

/** The columns of `PoolRow`. */
export const poolColumns = "id, name, tags, updated_at, version";
/** The columns of `SenderRow`. */
export const senderColumns = "id, display_name, address, channel, status, tags, updated_at";
/** The columns of `OperationRow`. */
export const operationColumns = "id, status, queued, created, failed, updated_at";

export function storedPool({ id, name, tags, updated_at, version }: PoolRow): StoredSenderPool {
  return { id, name, tags, createdAt: timeOfTypeId(id), updatedAt: updated_at, version };
}

export function poolRow({ id, name, tags, updatedAt, version }: StoredSenderPool): PoolRow {
  return { id, name, tags, updated_at: updatedAt, version };
}

export function storedSender(row: SenderRow): StoredSender {
  const { id, display_name, address, channel, status, tags, updated_at } = row;
  return {
    id,
    displayName: display_name,
    address,
    channel,
    status,
    tags,
    createdAt: timeOfTypeId(id),
    updatedAt: updated_at,
  };
}

export function senderRow(sender: StoredSender): SenderRow {
  const { id, displayName, address, channel, status, tags, updatedAt } = sender;
  return { id, display_name: displayName, address, channel, status, tags, updated_at: updatedAt };
}

export function storedOperation(row: OperationRow): StoredSenderPoolOperation {
  const { id, status, queued, created, failed, updated_at } = row;
  return {
    id,
    status,
    stats: { total: queued + created + failed, queued, created, failed },
    createdAt: timeOfTypeId(id),
    updatedAt: updated_at,
  };
}

export function operationRow({ id, status, stats, updatedAt }: StoredSenderPoolOperation): OperationRow {
  const { queued, created, failed } = stats;
  return { id, status, queued, created, failed, updated_at: updatedAt };
}

/** A page out of its rows and the first row after it, when there is one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
): StoredPage<Item> {
  return { items: rows.slice(0, limit).map(item), more: rows.length > limit };
}
