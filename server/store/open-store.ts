// Opens the store that the settings name; an engine is loaded only when it is used.
import { seedAccount } from "../seed.ts";
import { settingTable, type Settings } from "../settings/settings.ts";
import { createMemoryStore } from "./memory/memory-store.ts";
import type { Representations } from "./items.ts";
import type { Store, StoreOptions } from "./store.ts";

/** Throws a StoreOpenError when the data cannot be opened. */
export async function openStore(settings: Settings, representations: Representations): Promise<Store> {
  const options: StoreOptions = {
    seed: seedAccount,
    batchSize: settings.batchSize,
    idempotencyKeptFor: settings.keySeconds * 1000,
    representations,
  };
  if (settings.memory) return createMemoryStore(options);
  if (settings.databaseUrl !== "") {
    const { openPostgresStore } = await import("./postgres/postgres-store.ts");
    const limits = { connections: settings.databaseConnections };
    return openPostgresStore(settings.databaseUrl, { ...options, limits });
  }
  const { openSqliteStore } = await import("./sqlite/sqlite-store.ts");
  // A folder that somebody named is theirs; only our own is made.
  const makesFolder = settings.dataFile === settingTable.dataFile.fallback;
  return openSqliteStore(settings.dataFile, { ...options, makesFolder });
}

/** Where the data is, for people; without the credentials of a database. Undefined when it is forgotten at the end. */
export function dataPlace({ memory, databaseUrl, dataFile }: Settings): string | undefined {
  if (memory) return undefined;
  if (databaseUrl === "") return dataFile;
  if (!URL.canParse(databaseUrl)) return "PostgreSQL";
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${host}${pathname}`;
}
