// Converts rows to objects; each select names its columns in the order of the row types.
import { timeOfTypeId } from "../../ids/type-id.ts";
import type {
  StoredPage,
  StoredSender,
  StoredSenderPool,
  StoredSenderPoolOperation,
  Tags,
} from "../items.ts";

/** The columns of a sender pool. */
export type SenderPoolRow = readonly [
  id: string,
  name: string,
  tags: string,
  updatedAt: number,
  version: number,
];
export const senderPoolColumns = "id, name, tags, updated_at, version";

/** The columns of a sender. */
export type SenderRow = readonly [
  id: string,
  displayName: string | null,
  address: string,
  channel: StoredSender["channel"],
  status: StoredSender["status"],
  tags: string,
  updatedAt: number,
];
export const senderColumns = "id, display_name, address, channel, status, tags, updated_at";

/** The columns of an operation of the API. */
export type SenderPoolOperationRow = readonly [
  id: string,
  status: StoredSenderPoolOperation["status"],
  queued: number,
  created: number,
  failed: number,
  updatedAt: number,
];
export const senderPoolOperationColumns = "id, status, queued, created, failed, updated_at";

export function toSenderPool([id, name, tags, updatedAt, version]: SenderPoolRow): StoredSenderPool {
  return { id, name, tags: parseTags(tags), createdAt: timeOfTypeId(id), updatedAt, version };
}

export function toSender([
  id,
  displayName,
  address,
  channel,
  status,
  tags,
  updatedAt,
]: SenderRow): StoredSender {
  const createdAt = timeOfTypeId(id);
  return { id, displayName, address, channel, status, tags: parseTags(tags), createdAt, updatedAt };
}

export function toSenderPoolOperation(row: SenderPoolOperationRow): StoredSenderPoolOperation {
  const [id, status, queued, created, failed, updatedAt] = row;
  const stats = { total: queued + created + failed, queued, created, failed };
  return { id, status, stats, createdAt: timeOfTypeId(id), updatedAt };
}

/** Builds a page from the rows of a select whose limit was one more than the page's. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): StoredPage<Item> {
  const more = rows.length > limit;
  return { items: (more ? rows.slice(0, limit) : rows).map(toItem), more };
}

function parseTags(tags: string): Tags {
  // The column holds tags serialised by `JSON.stringify`.
  return JSON.parse(tags) as Tags;
}
