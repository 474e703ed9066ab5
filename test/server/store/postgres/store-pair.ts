// Stores as several processes have them: over one database, each with connections of its own.
import { Client } from "pg";
import type { Test } from "tap";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../../server/ids/ids.ts";
import { seededSenders, seedAccount } from "../../../../server/seed.ts";
import { openPostgresStore } from "../../../../server/store/postgres/postgres-store.ts";
import type { PostgresStoreOptions } from "../../../../server/store/postgres/postgres-store.ts";
import type { Store } from "../../../../server/store/store.ts";
import type { CreateSenderPool } from "../../../../server/store/writes.ts";
import { wholeRepresentations } from "../store-fixture.ts";
import { emptyDatabase } from "../../../support/postgres.ts";

export const accountId = "AC1";
export const senderIds = seededSenders.map(({ id }) => id);

/** Options as the server has them, but for small batches. */
export const storeOptions: PostgresStoreOptions = {
  seed: seedAccount,
  batchSize: 2,
  idempotencyKeptFor: 60_000,
  representations: wholeRepresentations,
  limits: { connections: 4 },
};

/** Opens a store; the test's end closes it. */
export async function openStore(
  t: Test,
  url: string,
  options: Partial<PostgresStoreOptions> = {},
): Promise<Store> {
  const store = await openPostgresStore(url, { ...storeOptions, ...options });
  t.teardown(() => store.close());
  return store;
}

/** A create with new ids. */
export function newPool(write: Partial<CreateSenderPool> = {}): CreateSenderPool {
  return {
    accountId,
    poolId: newSenderPoolId(),
    operationId: newSenderPoolOperationId(),
    name: "",
    tags: {},
    senderIds: [],
    ...write,
  };
}

/** Two stores over an empty database, both with their connections open, so that what is asked of both happens at once. */
export async function openPair(
  t: Test,
  url: string,
  options: Partial<PostgresStoreOptions> = {},
): Promise<{ a: Store; b: Store }> {
  await emptyDatabase(url);
  const [a, b] = await Promise.all([openStore(t, url, options), openStore(t, url, options)]);
  for (const store of [a, b]) {
    const { poolId } = newPool();
    await store.createSenderPool(newPool({ poolId }));
    await store.deleteSenderPool({ accountId, poolId });
    await store.claimSenderPoolOperations({ holder: "nobody", idleFor: 0, leaseFor: 1, limit: 1 });
  }
  return { a, b };
}

/** What another session does, and has not committed yet. */
export async function openSession(t: Test, url: string): Promise<Client> {
  const session = new Client({ connectionString: url });
  await session.connect();
  t.teardown(() => session.end());
  await session.query("SET search_path = sender_pools; BEGIN");
  return session;
}
