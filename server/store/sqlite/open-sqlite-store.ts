// Opens the store that keeps everything in one SQLite file, and brings its representations up to date.
import type { Store, StoreOptions } from "../store.ts";
import { openError, SqliteDatabase } from "./database.ts";
import { refreshRepresentations } from "./refresh-representations.ts";
import { SqliteStore } from "./sqlite-store.ts";

/** Options of an SQLite store. */
interface SqliteStoreOptions extends StoreOptions {
  /** Whether to create the file's folder; false by default. */
  readonly makesFolder?: boolean;
}

/**
 * Opens the file, or creates it.
 *
 * @throws {StoreOpenError} if its folder does not exist, another process has the file open, or this version
 *   cannot read it
 */
export function openSqliteStore(path: string, options: SqliteStoreOptions): Store {
  const database = SqliteDatabase.open(path, options.makesFolder);
  try {
    refreshRepresentations(database, options.representations);
  } catch (error) {
    database.close();
    throw openError(path, error);
  }
  return new SqliteStore(database, options);
}
