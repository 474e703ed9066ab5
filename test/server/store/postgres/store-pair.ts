// Stores as several processes have them: over one database, each with connections of its own.
import type { Test } from "tap";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../../server/ids.ts";
import { seededSenders, seedAccount } from "../../../../server/seed.ts";
import { openPostgresStore } from "../../../../server/store/postgres/postgres-store.ts";
import type { PostgresStoreOptions } from "../../../../server/store/postgres/postgres-store.ts";
import type { CreateSenderPool, Store } from "../../../../server/store/store.ts";

export const accountId = "AC1";
export const senderIds = seededSenders.map(({ id }) => id);

/** Options as the server has them, but for small batches. */
export const storeOptions: PostgresStoreOptions = {
  seed: seedAccount,
  batchSize: 2,
  idempotencyKeptFor: 60_000,
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
