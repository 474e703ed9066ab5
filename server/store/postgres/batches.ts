// What is asked at the same time is run together: one batch at a time, in order, so that many share one commit.
import { StoreUnavailableError } from "../store.ts";
import { isAboutOneWrite, isTransient } from "./errors.ts";

interface Job<Query, Answer> {
  readonly query: Query;
  /** When it must have begun, in milliseconds of `performance.now()`. */
  readonly beginBy: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** How a batch is made up and run. */
export interface BatchRules<Query, Answer> {
  /** How many of those that wait, from the first, may run together; at least one. */
  readonly together: (waiting: readonly Query[]) => number;
  /** Runs them in one transaction; answers in the order of the queries. */
  readonly run: (queries: readonly Query[]) => Promise<readonly Answer[]>;
  /** Milliseconds that a query waits for its batch; then it is refused, and nothing of it was sent. */
  readonly patience: number;
}

/** Gathers queries while a batch is under way. What one of them is to blame for, it bears alone. */
export class Batches<Query, Answer> {
  readonly #rules: BatchRules<Query, Answer>;
  #waiting: Job<Query, Answer>[] = [];
  #isRunning = false;

  constructor(rules: BatchRules<Query, Answer>) {
    this.#rules = rules;
  }

  /** Runs a query in the next batch; resolves when that is committed. */
  add(query: Query): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const beginBy = performance.now() + this.#rules.patience;
      this.#waiting.push({ query, beginBy, resolve, reject });
      if (this.#isRunning) return;
      this.#isRunning = true;
      // The requests that this turn of the event loop has read are all in before setImmediate's turn comes.
      setImmediate(() => void this.#runAll());
    });
  }

  async #runAll(): Promise<void> {
    while (this.#refuseLate() > 0) {
      const count = this.#rules.together(this.#waiting.map(({ query }) => query));
      await this.#runTogether(this.#waiting.splice(0, count));
    }
    this.#isRunning = false;
  }

  /** Refuses those that waited too long, the first of the queue; how many are left. */
  #refuseLate(): number {
    const now = performance.now();
    const inTime = this.#waiting.findIndex(({ beginBy }) => beginBy > now);
    const late = this.#waiting.splice(0, inTime === -1 ? this.#waiting.length : inTime);
    for (const { reject } of late)
      reject(new StoreUnavailableError("PostgreSQL is too slow: nothing was done."));
    return this.#waiting.length;
  }

  async #runTogether(jobs: readonly Job<Query, Answer>[], attempts = 3): Promise<void> {
    try {
      const answers = await this.#rules.run(jobs.map(({ query }) => query));
      for (const [index, { resolve }] of jobs.entries()) resolve(answers[index]!);
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
