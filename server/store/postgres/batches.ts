// Runs concurrent queries in batches, one batch at a time and in order, so that many share one commit.
import { StoreUnavailableError } from "../store.ts";
import { isAboutOneWrite, isTransient } from "./errors.ts";

interface Job<Query, Answer> {
  readonly query: Query;
  /** Time by which it must have started, in milliseconds of `performance.now()`. */
  readonly beginBy: number;
  readonly resolve: (result: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** How a batch is composed and run. */
export interface BatchRules<Query, Answer> {
  /** Returns how many of the waiting queries, from the first, may run in one batch; at least 1. */
  readonly together: (waiting: readonly Query[]) => number;
  /** Runs a batch in one transaction; results are in the order of the queries. */
  readonly run: (queries: readonly Query[]) => Promise<readonly Answer[]>;
  /** Milliseconds that a query waits for its batch; then it is rejected, and nothing of it was sent. */
  readonly patience: number;
}

/** Collects queries while a batch runs. An error caused by one query fails only that query. */
export class Batches<Query, Answer> {
  readonly #rules: BatchRules<Query, Answer>;
  #waiting: Job<Query, Answer>[] = [];
  #isRunning = false;

  constructor(rules: BatchRules<Query, Answer>) {
    this.#rules = rules;
  }

  /** Runs a query in the next batch; resolves once it is committed. */
  add(query: Query): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const beginBy = performance.now() + this.#rules.patience;
      this.#waiting.push({ query, beginBy, resolve, reject });
      if (this.#isRunning) return;
      this.#isRunning = true;
      // `setImmediate` runs after all requests that this turn of the event loop has read are queued.
      setImmediate(() => void this.#runAll());
    });
  }

  async #runAll(): Promise<void> {
    while (this.#rejectLate() > 0) {
      const count = this.#rules.together(this.#waiting.map(({ query }) => query));
      await this.#runTogether(this.#waiting.splice(0, count));
    }
    this.#isRunning = false;
  }

  /**
   * Rejects the queries that have waited too long, which are first in the queue; returns how many are left.
   */
  #rejectLate(): number {
    const now = performance.now();
    const inTime = this.#waiting.findIndex(({ beginBy }) => beginBy > now);
    const late = this.#waiting.splice(0, inTime === -1 ? this.#waiting.length : inTime);
    for (const { reject } of late)
      reject(new StoreUnavailableError("PostgreSQL is too slow: nothing was done."));
    return this.#waiting.length;
  }

  async #runTogether(jobs: readonly Job<Query, Answer>[], attempts = 3): Promise<void> {
    try {
      const results = await this.#rules.run(jobs.map(({ query }) => query));
      for (const [index, { resolve }] of jobs.entries()) resolve(results[index]!);
    } catch (error) {
      if (attempts > 1 && isTransient(error)) {
        await this.#runTogether(jobs, attempts - 1);
      } else if (jobs.length > 1 && isAboutOneWrite(error)) {
        for (const job of jobs) await this.#runTogether([job]);
      } else {
        for (const { reject } of jobs) reject(error);
      }
    }
  }
}
