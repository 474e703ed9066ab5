// Migrates a database to the newest schema, once, in whichever process starts first.
import { setTimeout as delay } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import type { Representations } from "../items.ts";
import { StoreOpenError } from "../store.ts";
import { columnTypes } from "./connections.ts";
import { errorText } from "./errors.ts";
import { migrations } from "./migrations.ts";
import { refreshRepresentations } from "./refresh-representations.ts";
import { schemaName } from "./session.ts";

/** Advisory lock held during a migration: "SPl1" in ASCII, as in the header of the embedded store's file. */
const lockKey = 0x53506c31;

/**
 * Milliseconds to wait for a database that is starting up, perhaps recovering; a database that cannot be
 * reached is not waited for.
 */
const startUpPatience = 30_000;
const startUpPause = 250;
const startingUp = "57P03";
const insufficientPrivilege = "42501";
/** The driver's message if it has no password to send. */
const noPassword = /client password must be a (non-empty )?string/;

/**
 * Creates the schema, or migrates it and the representations in it; processes that start together wait for
 * the one that does it.
 *
 * @throws {StoreOpenError} if the database cannot be reached or used, or is newer than this program
 */
export async function migrate(
  url: string,
  connectTimeout: number,
  representations: Representations,
): Promise<void> {
  let client: Client | undefined;
  try {
    client = await connect(url, connectTimeout);
    if ((await readVersion(client)) < migrations.length) await applyMissing(client);
    await refreshRepresentations(client, representations);
  } catch (error) {
    throw openError(error);
  } finally {
    await client?.end();
  }
}

async function connect(url: string, connectTimeout: number): Promise<Client> {
  const patience = Date.now() + startUpPatience;
  for (;;) {
    // No statement timeout: a migration may take any time, and so may waiting for that of another process.
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: connectTimeout,
      types: columnTypes,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      // Some errors come from the driver itself, which leaves the connection open.
      void client.end().catch(() => undefined);
      if (!hasCode(error, startingUp) || Date.now() > patience) throw error;
      await delay(startUpPause);
    }
  }
}

async function applyMissing(client: Client): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock($1)", [lockKey]);
  const version = await readVersion(client);
  if (version === 0) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`);
    await client.query(
      `CREATE TABLE ${schemaName}.migrations (version integer PRIMARY KEY, applied_at timestamptz)`,
    );
  }
  await client.query(`SET LOCAL search_path = ${schemaName}`);
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    await client.query(step);
    await client.query("INSERT INTO migrations VALUES ($1, now())", [index + 1]);
  }
  await client.query("COMMIT");
}

/** Returns the version of the schema, 0 if there is none. */
async function readVersion(client: Client): Promise<number> {
  const schema = await client.query<{ ours: boolean; tables: boolean }>(
    `SELECT to_regclass('${schemaName}.migrations') IS NOT NULL AS ours,
       EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace('${schemaName}')) AS tables`,
  );
  const { ours, tables } = schema.rows[0]!;
  if (!ours && tables) {
    const message = `The database has a schema ${schemaName} of another program; name another database.`;
    throw new StoreOpenError("not-ours", message);
  }
  if (!ours) return 0;
  const newest = await client.query<{ version: number }>(
    `SELECT coalesce(max(version), 0) AS version FROM ${schemaName}.migrations`,
  );
  const { version } = newest.rows[0]!;
  if (version > migrations.length) {
    const message = `The database was migrated by a newer version (schema ${version}, this one knows ${migrations.length}); update the server.`;
    throw new StoreOpenError("newer-schema", message);
  }
  return version;
}

/**
 * Converts an error to a `StoreOpenError`, without it as cause: some contain the URL, and with it a password.
 */
function openError(error: unknown): StoreOpenError {
  if (error instanceof StoreOpenError) return error;
  if (hasCode(error, insufficientPrivilege)) {
    const message = `PostgreSQL denied access: ${errorText(error)}; GRANT CREATE ON DATABASE to this user, or use one that owns the schema ${schemaName}.`;
    return new StoreOpenError("unreadable", message);
  }
  if (error instanceof Error && noPassword.test(error.message)) {
    const message = "PostgreSQL requires a password; put it into the URL, or into PGPASSWORD.";
    return new StoreOpenError("unreadable", message);
  }
  return new StoreOpenError("unreadable", `PostgreSQL cannot be reached or used: ${errorText(error)}.`);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof DatabaseError && error.code === code;
}
