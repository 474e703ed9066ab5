// A data set of any size: the same rows for every account and every time, so that putting it in twice changes nothing.
import { idPrefixes } from "../ids/ids.ts";
import { seededSenders } from "../seed.ts";
import type { AccountSeed, StoredSender, StoredSenderPool } from "../store/items.ts";
import type { Store } from "../store/store.ts";
import { firstTypeId } from "../ids/type-id.ts";

/** How much there is to be. */
export interface DataSetSize {
  readonly pools: number;
  readonly senders: number;
}

/** Row n was made n seconds after this: lists and date filters have something to find. */
const madeFrom = Date.UTC(2024, 0, 1);

/** Rows that one transaction puts in: few enough to let other writes in between. */
const rowsTogether = 5_000;

const addresses: Readonly<Record<StoredSender["channel"], (index: number) => string>> = {
  SMS: (index) => `+1500${String(index).padStart(7, "0")}`,
  RCS: (index) => `rcs:example_agent_${index}`,
  EMAIL: (index) => `sender-${index}@example.com`,
  WHATSAPP: (index) => `whatsapp:+1500${String(index).padStart(7, "0")}`,
  PUSH: (index) => `push:com.example.app${index}`,
};

/** Sender n: channels, states and tags take turns as in the seed. */
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

/** Puts a data set into an account; rows that are there stay as they are. Nothing is done when the last ones are there. */
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
