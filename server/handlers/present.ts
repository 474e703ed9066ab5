// Converts stored rows to the contract's schemas.
import type { components } from "../../generated/types.ts";
import type { StoredSender, StoredSenderPool, StoredSenderPoolOperation } from "../store/items.ts";
import { toTimestamp } from "../ids/timestamp.ts";

type Schemas = components["schemas"];

export function presentSenderPool(pool: StoredSenderPool): Schemas["SenderPool"] {
  const { id, name, tags, createdAt, updatedAt } = pool;
  return { id, name, tags, createdAt: toTimestamp(createdAt), updatedAt: toTimestamp(updatedAt) };
}

export function presentSender(sender: StoredSender): Schemas["Sender"] {
  const { id, displayName, address, channel, status, tags, createdAt, updatedAt } = sender;
  return {
    id,
    displayName,
    address,
    channel,
    status,
    tags,
    createdAt: toTimestamp(createdAt),
    updatedAt: toTimestamp(updatedAt),
  };
}

export function presentSenderPoolOperation(
  operation: StoredSenderPoolOperation,
): Schemas["SenderPoolOperation"] {
  const { id, status, stats, createdAt, updatedAt } = operation;
  return { id, status, stats, createdAt: toTimestamp(createdAt), updatedAt: toTimestamp(updatedAt) };
}
