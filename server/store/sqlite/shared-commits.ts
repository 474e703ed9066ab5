// Commits concurrent writes in one transaction, so that they wait for the disk once instead of once each.
import { unavailable } from "./database.ts";
import type { SqliteDatabase } from "./database.ts";

interface Job {
  /** Performs the write; run again after a rollback. */
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

type Transactions = Pick<SqliteDatabase, "transaction">;

/**
 * Runs jobs in order, many in one transaction. Each resolves after the commit, and an error fails only its
 * own job.
 */
export class SharedCommits {
  readonly #database: Transactions;
  #waiting: Job[] = [];

  constructor(database: Transactions) {
    this.#database = database;
  }

  /**
   * Runs a write in the next transaction.
   *
   * @param write  reads and writes synchronously; its effects outside the database must be repeatable,
   *   because it may run twice
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
      // `setImmediate` runs after all requests that this turn of the event loop has read are queued.
      if (this.#waiting.push(job) === 1) setImmediate(() => this.flush());
    });
  }

  /** Commits all queued writes now. */
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

  /** Runs each job in its own transaction after one of them has failed, so that the others succeed. */
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
