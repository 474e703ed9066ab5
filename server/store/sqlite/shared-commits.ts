// Writes that arrive together are committed together: the disk is waited for once, not once for each.
import { unavailable } from "./database.ts";
import type { SqliteDatabase } from "./database.ts";

interface Job {
  /** Writes; may be run again after a rollback. */
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

type Transactions = Pick<SqliteDatabase, "transaction">;

/** Runs jobs in the order they come, many in one transaction; each resolves after the commit, and fails alone. */
export class SharedCommits {
  readonly #database: Transactions;
  #waiting: Job[] = [];

  constructor(database: Transactions) {
    this.#database = database;
  }

  /**
   * Runs a write in the next transaction.
   *
   * @param write reads and writes at once; what it changes outside the database must bear being done twice
   */
  write<Result>(write: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      let result: Result;
      const job: Job = {
        run: () => {
          result = write();
        },
        resolve: () => {
          resolve(result);
        },
        reject,
      };
      // The requests that this turn of the event loop has read are all in before setImmediate's turn comes.
      if (this.#waiting.push(job) === 1) setImmediate(() => this.flush());
    });
  }

  /** Commits what waits, now. */
  flush(): void {
    const jobs = this.#waiting;
    this.#waiting = [];
    if (jobs.length === 0) return;
    try {
      this.#database.transaction(() => {
        for (const { run } of jobs) run();
      });
      for (const { resolve } of jobs) resolve();
    } catch {
      this.#commitApart(jobs);
    }
  }

  /** The slow way, when one of them failed: a transaction for each, so that the others are done. */
  #commitApart(jobs: readonly Job[]): void {
    for (const { run, resolve, reject } of jobs) {
      try {
        this.#database.transaction(run);
        resolve();
      } catch (error) {
        reject(unavailable(error));
      }
    }
  }
}
