// Opens the store that the settings name; an engine is loaded only when it is used.
import { seedAccount } from "./seed.ts";
import type { Settings } from "./settings.ts";
import { createMemoryStore } from "./store/memory-store.ts";
import type { Store, StoreOptions } from "./store/store.ts";

/** Throws a StoreOpenError when the data cannot be opened. */
export async function openStore(settings: Settings): Promise<Store> {
  const options: StoreOptions = {
    seed: seedAccount,
    batchSize: settings.batchSize,
    idempotencyKeptFor: settings.keySeconds * 1000,
  };
  if (settings.memory) return createMemoryStore(options);
  const { openSqliteStore } = await import("./store/sqlite-store.ts");
  return openSqliteStore(settings.dataFile, options);
}
