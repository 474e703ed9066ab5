// Several stores on one database, each with its own connections, as in several processes.
import { Client } from "pg";
import type { Test } from "tap";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../../server/ids/ids.ts";
import { seededSenders, seedAccount } from "../../../../server/seed.ts";
import { openPostgresStore } from "../../../../server/store/postgres/open-postgres-store.ts";
import type { PostgresStoreOptions } from "../../../../server/store/postgres/open-postgres-store.ts";
import type { Store } from "../../../../server/store/store.ts";
import type { CreateSenderPool } from "../../../../server/store/writes.ts";
import { wholeRepresentations } from "../store-fixture.ts";
import { emptyDatabase } from "../../../support/postgres.ts";

export const accountId = "AC1";
export const senderIds = seededSenders.map(({ id }) => id);

/** The server's options, except for small batches. */
export const storeOptions: PostgresStoreOptions = {
  seed: seedAccount,
  batchSize: 2,
  idempotencyKeptFor: 60_000,
  representations: wholeRepresentations,
  limits: { connections: 4 },
};

/** Opens a store that is closed when the test ends. */
export async function openStore(
  t: Test,
  url: string,
  options: Partial<PostgresStoreOptions> = {},
): Promise<Store> {
  const store = await openPostgresStore(url, { ...storeOptions, ...options });
  t.teardown(() => store.close());
  return store;
}

/** Returns a create with new ids. */
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

/**
 * Opens two stores on an empty database, both with open connections, so that calls to both run concurrently.
 */
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

/** Runs statements in another session without committing them yet. */
export async function openSession(t: Test, url: string): Promise<Client> {
  const session = new Client({ connectionString: url });
  await session.connect();
  t.teardown(() => session.end());
  await session.query("SET search_path = sender_pools; BEGIN");
  return session;
}
