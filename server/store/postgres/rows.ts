// Row types of the database, and their conversion to the store's items.
import { timeOfTypeId } from "../../ids/type-id.ts";
import type {
  Representations,
  StoredSender,
  StoredSenderPool,
  StoredSenderPoolOperation,
  Tags,
} from "../items.ts";

/** The representation in a row, and its mark. */
interface Represented {
  readonly representation: string;
  readonly representation_mark: number;
}

/** A row of `sender_pools`, without its account and its representation. */
export interface PoolRow {
  readonly id: string;
  readonly name: string;
  readonly tags: Tags;
  readonly updated_at: number;
  readonly version: number;
}

/** A row of `senders`, without its account and its representation. */
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

/** Converts an item to a row with its representation. */
export function poolRow(
  pool: StoredSenderPool,
  { mark, senderPool }: Representations,
): PoolRow & Represented {
  const { id, name, tags, updatedAt, version } = pool;
  const representation = senderPool(pool);
  return { id, name, tags, updated_at: updatedAt, version, representation, representation_mark: mark };
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

/** Converts an item to a row with its representation. */
export function senderRow(shown: StoredSender, { mark, sender }: Representations): SenderRow & Represented {
  const { id, displayName, address, channel, status, tags, updatedAt } = shown;
  return {
    id,
    display_name: displayName,
    address,
    channel,
    status,
    tags,
    updated_at: updatedAt,
    representation: sender(shown),
    representation_mark: mark,
  };
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
