// An open SQLite file: ours alone, durable, and at the newest schema.
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { migrations } from "./migrations.ts";
import { StoreOpenError, StoreUnavailableError } from "../store.ts";

/** Says in the file's header whose it is: "SPl1" in ASCII. https://www.sqlite.org/pragma.html#pragma_application_id */
const applicationId = 0x53506c31;

/** https://www.sqlite.org/rescode.html#corrupt, and extended codes of it. */
const malformedCodes = /^SQLITE_(?:CORRUPT|NOTADB)/;

/** What a column holds. */
export type SqlValue = string | number | null;

/** A prepared statement. Rows are arrays in the order of the selected columns. */
export interface SqlStatement<Row extends readonly SqlValue[]> {
  get(...parameters: readonly SqlValue[]): Row | undefined;
  all(...parameters: readonly SqlValue[]): Row[];
  /** Returns how many rows changed. */
  run(...parameters: readonly SqlValue[]): number;
}

/** Whatever prepares statements. */
export type Preparing = Pick<SqliteDatabase, "prepare">;

/** A connection that no other process can share. */
export class SqliteDatabase {
  readonly #database: Database.Database;
  #malformed: Error | undefined;

  private constructor(database: Database.Database) {
    this.#database = database;
  }

  /**
   * Opens the file, or makes it.
   *
   * @param makesFolder  also the folder it is in; otherwise a folder that does not exist is taken for a mistyped one
   * @throws {StoreOpenError} when another process has it, or when it is not a file of ours that this version can read
   */
  static open(path: string, makesFolder = false): SqliteDatabase {
    let database: Database.Database | undefined;
    try {
      if (makesFolder) mkdirSync(dirname(path), { recursive: true });
      if (!existsSync(dirname(path))) throw noFolder(path);
      // It holds a secret: for its owner's eyes. SQLite gives its other files the same mode.
      closeSync(openSync(path, "a", 0o600));
      database = new Database(path);
      // In this order: without exclusive mode first, WAL would share an index file, and a second process could write.
      // https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory
      database.exec("PRAGMA locking_mode = EXCLUSIVE");
      // Before anything is written: what is not ours stays as it is.
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
    // Rows as arrays are cheaper; a statement without rows has no such mode.
    if (statement.reader) statement.raw();
    return {
      // What the columns hold is the schema's promise; the driver cannot know it.
      get: (...parameters) => this.#watch(() => statement.get(parameters) as Row | undefined),
      all: (...parameters) => this.#watch(() => statement.all(parameters) as Row[]),
      run: (...parameters) => this.#watch(() => statement.run(parameters).changes),
    };
  }

  /**
   * Writes a page as it is, inside a transaction: what a full or read-only disk, or a file that is gone, makes fail. Throws as well once
   * any statement has found the file malformed, since no later success means that it is whole again.
   */
  probe(): void {
    if (this.#malformed !== undefined) throw this.#malformed;
    this.#database.exec(`PRAGMA user_version = ${migrations.length}`);
  }

  /** Remembers that the file is malformed; only opening it anew forgets that. */
  #watch<Result>(run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      if (isSqliteError(error) && malformedCodes.test(error.code)) this.#malformed ??= error;
      throw error;
    }
  }

  /** Commits what `write` does, or nothing of it when it throws. */
  transaction<Result>(write: () => Result): Result {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = write();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      // Some errors, such as a full disk, have rolled back already.
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  /**
   * Lets go of the file at once. The driver closes a connection only when its last prepared statement is garbage, and until then it
   * would keep the lock; leaving WAL (which leaves one file behind) and exclusive mode gives the lock back.
   */
  close(): void {
    try {
      this.#database.exec(
        "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema",
      );
    } catch {
      // Then the lock goes with the process, and the next start reads what is committed out of the WAL.
    }
    this.#database.close();
  }
}

/** Whatever SQLite says while the server runs is about the disk or the file: it can pass, and the request can be repeated. */
export function unavailable(error: unknown): unknown {
  if (!isSqliteError(error) || error.code.startsWith("SQLITE_CONSTRAINT")) return error;
  return new StoreUnavailableError(`The data file cannot be used now: ${error.message}`, { cause: error });
}

/** The version of the schema in the file, 0 for a new one. */
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

/** What keeps a file from being opened, in one line that names it. */
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
