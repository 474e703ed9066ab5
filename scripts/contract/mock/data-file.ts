// The data file of a mock: a snapshot of its state and a log of the writes since, in the SQLite engine of the
// reference server's store.
import { closeSync, openSync } from "node:fs";
import type Database from "libsql";
import { DocumentError } from "../document/document.ts";
import { loadStoreEngine } from "./load-store-engine.cjs";

/**
 * Application ID in the file's header, which identifies a data file: "CMk1" in ASCII.
 * https://www.sqlite.org/pragma.html#pragma_application_id
 */
const applicationId = 0x434d6b31;

interface Waiting {
  readonly text: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** An open data file: one process has it at a time. */
export class DataFile {
  readonly #database: Database.Database;
  readonly #append: Database.Statement;
  #waiting: Waiting[] = [];

  private constructor(database: Database.Database) {
    this.#database = database;
    this.#append = database.prepare("INSERT INTO writes (entry) VALUES (?)");
  }

  /**
   * Opens the file, or creates it.
   *
   * @throws DocumentError for a file of another application, or one that another process has open
   */
  static open(path: string): DataFile {
    const Engine = engine();
    let database: Database.Database | undefined;
    try {
      // Readable for its owner only; SQLite gives its other files the same mode.
      closeSync(openSync(path, "a", 0o600));
      database = new Engine(path);
      database.exec("PRAGMA locking_mode = EXCLUSIVE");
      const [row] = database.prepare("PRAGMA application_id").raw().all([]) as [number][];
      const tables = database.prepare("SELECT count(*) FROM sqlite_schema").raw().get([]) as [number];
      if (row?.[0] !== applicationId && tables[0] > 0)
        throw new Error("it is the database of another program");
      // A response waits for the commit, and the commit for the disk.
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
      database.exec(
        "CREATE TABLE IF NOT EXISTS snapshots (name TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;" +
          "CREATE TABLE IF NOT EXISTS writes (id INTEGER PRIMARY KEY, entry TEXT NOT NULL) STRICT;" +
          `PRAGMA application_id = ${applicationId}`,
      );
      return new DataFile(database);
    } catch (cause) {
      if (database !== undefined) closeUnlocked(database);
      throw new DocumentError(
        `the data file ${path} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`,
        {
          fix: "name a file that a mock has made, or one that does not exist, and that no other mock has open",
          cause,
        },
      );
    }
  }

  /** Returns the last snapshot and the writes after it. */
  read(): { readonly snapshot: unknown; readonly writes: readonly unknown[] } {
    const kept = this.#database.prepare("SELECT data FROM snapshots WHERE name = 'state'").raw().get([]) as
      [string] | undefined;
    const writes = this.#database.prepare("SELECT entry FROM writes ORDER BY id").raw().all([]) as [string][];
    return {
      snapshot: kept && (JSON.parse(kept[0]) as unknown),
      writes: writes.map(([entry]) => JSON.parse(entry) as unknown),
    };
  }

  /** Appends a write; resolves after its commit. Writes of one turn of the event loop share a commit. */
  append(entry: object): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ text: JSON.stringify(entry), resolve, reject }) === 1)
        setImmediate(() => this.flush());
    });
  }

  /** Commits the pending writes now; returns whether the commit succeeded. */
  flush(): boolean {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return true;
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      for (const { text } of waiting) this.#append.run([text]);
      this.#database.exec("COMMIT");
      for (const { resolve } of waiting) resolve();
      return true;
    } catch (error) {
      // A failed commit may have left its transaction open.
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      for (const { reject } of waiting) reject(error);
      return false;
    }
  }

  /** Replaces the log of writes by a snapshot; returns whether that succeeded. */
  compact(snapshot: unknown): boolean {
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      this.#database
        .prepare("INSERT OR REPLACE INTO snapshots (name, data) VALUES ('state', ?)")
        .run([JSON.stringify(snapshot)]);
      this.#database.exec("DELETE FROM writes; COMMIT");
      return true;
    } catch {
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      return false;
    }
  }

  close(): void {
    this.flush();
    closeUnlocked(this.#database);
  }
}

function engine(): typeof Database {
  try {
    return loadStoreEngine();
  } catch (cause) {
    throw new DocumentError(
      "a data file needs the package libsql, which is not installed, or not for this platform",
      {
        fix: "npm install libsql next to this tool, or leave --data out and keep everything in memory",
        cause,
      },
    );
  }
}

/**
 * Closes the database so that it is unlocked at once. The driver closes the file only after all of its
 * statements are garbage collected; leaving WAL and exclusive mode first releases the lock for another mock
 * of the same process.
 */
function closeUnlocked(database: Database.Database): void {
  try {
    database.exec("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema");
  } catch {
    // The lock is then released when the process ends.
  }
  database.close();
}
