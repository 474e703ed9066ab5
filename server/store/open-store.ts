// Opens the store that the settings select; a database engine is loaded only if it is used.
import { seedAccount } from "../seed.ts";
import { settingTable, type Settings } from "../settings/settings.ts";
import { createMemoryStore } from "./memory/memory-store.ts";
import type { Representations } from "./items.ts";
import type { Store, StoreOptions } from "./store.ts";

/**
 * Opens the configured store.
 *
 * @throws {StoreOpenError} if the data cannot be opened
 */
export async function openStore(settings: Settings, representations: Representations): Promise<Store> {
  const options: StoreOptions = {
    seed: seedAccount,
    batchSize: settings.batchSize,
    idempotencyKeptFor: settings.keySeconds * 1000,
    representations,
  };
  if (settings.memory) return createMemoryStore(options);
  if (settings.databaseUrl !== "") {
    const { openPostgresStore } = await import("./postgres/open-postgres-store.ts");
    const limits = { connections: settings.databaseConnections };
    return openPostgresStore(settings.databaseUrl, { ...options, limits });
  }
  const { openSqliteStore } = await import("./sqlite/open-sqlite-store.ts");
  // A folder named by the user must exist; only the default folder is created.
  const makesFolder = settings.dataFile === settingTable.dataFile.fallback;
  return openSqliteStore(settings.dataFile, { ...options, makesFolder });
}

/** The location of the data for messages, without a database's credentials; undefined for data in memory. */
export function dataLocation({ memory, databaseUrl, dataFile }: Settings): string | undefined {
  if (memory) return undefined;
  if (databaseUrl === "") return dataFile;
  if (!URL.canParse(databaseUrl)) return "PostgreSQL";
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${host}${pathname}`;
}
