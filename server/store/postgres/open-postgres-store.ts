// Opens the store that keeps everything in PostgreSQL: its tables are created, or migrated, first.
import type { Store, StoreOptions } from "../store.ts";
import { checkDatabaseUrl } from "./database-url.ts";
import { migrate } from "./migrate.ts";
import { PostgresStore } from "./postgres-store.ts";
import { type ConnectionLimits, defaultLimits } from "./session.ts";

/** Options of a PostgreSQL store. */
export interface PostgresStoreOptions extends StoreOptions {
  /** Overrides members of `defaultLimits`. */
  readonly limits?: Partial<ConnectionLimits> | undefined;
}

/**
 * Opens the database, and creates or migrates its tables; the process that starts first does.
 *
 * @param url  `postgres://user:password@host:port/database`; its user needs the right to create one schema,
 *   or to own it
 * @throws {StoreOpenError} if the database cannot be reached or used, or is newer than this program
 * @example const store = await openPostgresStore(process.env.DATABASE_URL, options);
 */
export async function openPostgresStore(url: string, options: PostgresStoreOptions): Promise<Store> {
  const limits = { ...defaultLimits, ...options.limits };
  checkDatabaseUrl(url);
  await migrate(url, limits.connectTimeout, options.representations);
  return new PostgresStore(url, options, limits);
}
