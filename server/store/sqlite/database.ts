// An open SQLite file: locked exclusively, durable, and migrated to the newest schema.
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { migrations } from "./migrations.ts";
import { StoreOpenError, StoreUnavailableError } from "../store.ts";

/**
 * Application id in the file's header: "SPl1" in ASCII.
 * https://www.sqlite.org/pragma.html#pragma_application_id
 */
const applicationId = 0x53506c31;

/** SQLITE_CORRUPT with its extended codes, and SQLITE_NOTADB: https://www.sqlite.org/rescode.html#corrupt */
const malformedCodes = /^SQLITE_(?:CORRUPT|NOTADB)/;

/** Values of columns. */
export type SqlValue = string | number | null;

/** A prepared statement. Rows are arrays in the order of the selected columns. */
export interface SqlStatement<Row extends readonly SqlValue[]> {
  get(...parameters: readonly SqlValue[]): Row | undefined;
  all(...parameters: readonly SqlValue[]): Row[];
  /** Returns the number of changed rows. */
  run(...parameters: readonly SqlValue[]): number;
}

/** The part of a database that prepares statements. */
export type Preparing = Pick<SqliteDatabase, "prepare">;

/** A connection that locks the file against other processes. */
export class SqliteDatabase {
  readonly #database: Database.Database;
  #malformed: Error | undefined;

  private constructor(database: Database.Database) {
    this.#database = database;
  }

  /**
   * Opens the file, or creates it.
   *
   * @param makesFolder  whether to create its folder, too; otherwise a folder that does not exist is taken
   *   for a typing error
   * @throws {StoreOpenError} if another process has the file open, or if it is not a file of this program
   *   that this version can read
   */
  static open(path: string, makesFolder = false): SqliteDatabase {
    let database: Database.Database | undefined;
    try {
      if (makesFolder) mkdirSync(dirname(path), { recursive: true });
      if (!existsSync(dirname(path))) throw noFolder(path);
      // Readable by the owner only, as it holds a secret. SQLite gives its other files the same mode.
      closeSync(openSync(path, "a", 0o600));
      database = new Database(path);
      // Exclusive mode comes first: otherwise WAL would use a shared index file, and a second process could
      // write.
      // https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory
      database.exec("PRAGMA locking_mode = EXCLUSIVE");
      // Before the first write, so that a file of another program is left unchanged.
      const version = readVersion(database, path);
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
      database.exec("PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16000");
      database.exec("BEGIN IMMEDIATE");
      for (const step of migrations.slice(version)) database.exec(step);
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
      database.exec("COMMIT");
      return new SqliteDatabase(database);
    } catch (error) {
      database?.close();
      throw openError(path, error);
    }
  }

  prepare<Row extends readonly SqlValue[]>(sql: string): SqlStatement<Row> {
    const statement = this.#database.prepare(sql);
    // Rows as arrays are cheaper; a statement that returns no rows does not support this mode.
    if (statement.reader) statement.raw();
    return {
      // The schema guarantees the types of columns; the driver does not know them.
      get: (...parameters) => this.#watch(() => statement.get(parameters) as Row | undefined),
      all: (...parameters) => this.#watch(() => statement.all(parameters) as Row[]),
      run: (...parameters) => this.#watch(() => statement.run(parameters).changes),
    };
  }

  /**
   * Writes an unchanged page in a transaction, which fails if the disk is full or read-only, or if the file
   * is gone. Also throws once any statement has found the file malformed, since later successes do not prove
   * it intact.
   */
  probe(): void {
    if (this.#malformed !== undefined) throw this.#malformed;
    this.#database.exec(`PRAGMA user_version = ${migrations.length}`);
  }

  /** Records that the file is malformed, until it is opened again. */
  #watch<Result>(run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      if (isSqliteError(error) && malformedCodes.test(error.code)) this.#malformed ??= error;
      throw error;
    }
  }

  /** Runs `write` in a transaction; rolls back if it throws. */
  transaction<Result>(write: () => Result): Result {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = write();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      // Some errors, such as a full disk, roll back by themselves.
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  /**
   * Releases the file at once. The driver closes a connection only when its last prepared statement is
   * garbage-collected, and would keep the lock until then; leaving WAL mode (after which one file remains)
   * and exclusive mode releases it.
   */
  close(): void {
    try {
      this.#database.exec(
        "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema",
      );
    } catch {
      // If this fails, the lock ends with the process, and the next start reads committed data from the WAL.
    }
    this.#database.close();
  }
}

/**
 * Converts an error of SQLite to a `StoreUnavailableError`: at run time all but constraint errors are about
 * the disk or the file, so they are temporary, and the request can be retried.
 */
export function unavailable(error: unknown): unknown {
  if (!isSqliteError(error) || error.code.startsWith("SQLITE_CONSTRAINT")) return error;
  return new StoreUnavailableError(`The data file cannot be used now: ${error.message}`, { cause: error });
}

/** Returns the version of the schema in the file, 0 for a new one. */
function readVersion(database: Database.Database, path: string): number {
  const version = readPragma(database, "user_version");
  const owner = readPragma(database, "application_id");
  const isEmpty = database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;
  if (owner !== applicationId && !(owner === 0 && isEmpty)) {
    throw new StoreOpenError("not-ours", `${path} is the database of another program; name another file.`);
  }
  if (version > migrations.length) {
    const message = `${path} was written by a newer version (schema ${version}, this one knows ${migrations.length}); update the server.`;
    throw new StoreOpenError("newer-schema", message);
  }
  return version;
}

function readPragma(database: Database.Database, name: string): number {
  const row: unknown = database.prepare(`PRAGMA ${name}`).raw().get();
  return Array.isArray(row) ? Number(row[0]) : 0;
}

function noFolder(path: string): StoreOpenError {
  const message = `the folder ${dirname(path)} for the data file does not exist; make it, or correct --data (DATA).`;
  return new StoreOpenError("no-folder", message);
}

/** Converts the reason why a file cannot be opened to a one-line error that names it. */
export function openError(path: string, error: unknown): StoreOpenError {
  if (error instanceof StoreOpenError) return error;
  const why = error instanceof Error ? error.message : String(error);
  if (isSqliteError(error) && error.code.startsWith("SQLITE_BUSY")) {
    const message = `${path} is in use by another process; stop that one, or name another file.`;
    return new StoreOpenError("in-use", message, { cause: error });
  }
  return new StoreOpenError("unreadable", `${path} cannot be opened as a data file: ${why}.`, {
    cause: error,
  });
}

function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_");
}
