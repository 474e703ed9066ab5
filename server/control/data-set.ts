// Generates a test data set of any size. Rows are the same for every account and every run, so inserting it
// twice changes nothing.
import { idPrefixes } from "../ids/ids.ts";
import { seededSenders } from "../seed.ts";
import type { AccountSeed, StoredSender, StoredSenderPool } from "../store/items.ts";
import type { Store } from "../store/store.ts";
import { firstTypeId } from "../ids/type-id.ts";

/** Number of rows of a data set. */
export interface DataSetSize {
  readonly pools: number;
  readonly senders: number;
}

/**
 * Creation time of row 0 (milliseconds since the epoch); row n is created n seconds later, so that lists and
 * date filters have distinct times.
 */
const madeFrom = Date.UTC(2024, 0, 1);

/** Rows per transaction: few enough to let other writes run in between. */
const rowsTogether = 5_000;

const addresses: Readonly<Record<StoredSender["channel"], (index: number) => string>> = {
  SMS: (index) => `+1500${String(index).padStart(7, "0")}`,
  RCS: (index) => `rcs:example_agent_${index}`,
  EMAIL: (index) => `sender-${index}@example.com`,
  WHATSAPP: (index) => `whatsapp:+1500${String(index).padStart(7, "0")}`,
  PUSH: (index) => `push:com.example.app${index}`,
};

/** Sender n; channels, statuses and tags alternate as in the seed. */
export function dataSetSender(index: number): StoredSender {
  const { channel, status, tags } = seededSenders[index % seededSenders.length]!;
  const createdAt = madeFrom + index * 1000;
  const id = firstTypeId(idPrefixes.sender, createdAt);
  const displayName = `Sender ${index}`;
  return {
    id,
    displayName,
    address: addresses[channel](index),
    channel,
    status,
    tags,
    createdAt,
    updatedAt: createdAt,
  };
}

/** Pool n, without members. */
export function dataSetPool(index: number): StoredSenderPool {
  const createdAt = madeFrom + index * 1000;
  const id = firstTypeId(idPrefixes.senderPool, createdAt);
  return { id, name: `Pool ${index}`, tags: {}, createdAt, updatedAt: createdAt, version: 1 };
}

/**
 * Inserts a data set into an account; existing rows are left unchanged. Does nothing if the last rows exist
 * already.
 */
export async function putDataSet(store: Store, accountId: string, size: DataSetSize): Promise<void> {
  if (await isThere(store, accountId, size)) return;
  for (let from = 0; from < Math.max(size.pools, size.senders); from += rowsTogether) {
    await store.addRows(accountId, rowsFrom(from, size));
  }
}

async function isThere(store: Store, accountId: string, { pools, senders }: DataSetSize): Promise<boolean> {
  const lastPool = { accountId, poolId: dataSetPool(Math.max(0, pools - 1)).id };
  const lastSender = { accountId, senderId: dataSetSender(Math.max(0, senders - 1)).id };
  return (
    (pools === 0 || (await store.fetchSenderPool(lastPool)) !== undefined) &&
    (senders === 0 || (await store.fetchSender(lastSender)) !== undefined)
  );
}

function rowsFrom(from: number, { pools, senders }: DataSetSize): AccountSeed {
  return {
    pools: rows(from, pools, dataSetPool),
    senders: rows(from, senders, dataSetSender),
  };
}

function rows<Row>(from: number, end: number, make: (index: number) => Row): Row[] {
  const length = Math.max(0, Math.min(rowsTogether, end - from));
  return Array.from({ length }, (_, offset) => make(from + offset));
}
