// Writes a mock's log to its data file. A response to a write waits for its commit, and so does any response
// that would reveal its effects.
import { HttpError } from "../runtime/boundary/problem.ts";
import type { Logged, MockData, StateFile } from "./mock-data.ts";

/**
 * Number of writes after which the log is compacted to a snapshot; the number of resources, if that is
 * larger.
 */
const longestLog = 5_000;

/** The state that is logged and restored. */
export interface LoggedState {
  /** Returns all data, by tenant. */
  readonly snapshot: () => Readonly<Record<string, MockData>>;
  /** Resets the state to the contents of the file. */
  readonly begin: () => void;
}

/** The log of one state; without a file, it stores nothing. */
export class WriteLog {
  #file: StateFile | undefined;
  readonly #state: LoggedState;
  /** Writes that wait for their commit: until then no response reveals their effects. */
  #pending: Promise<unknown> | undefined;
  /** Error of the last commit, if it failed. */
  #failure: unknown;
  /** Number of writes in the file since its snapshot, and its maximum. */
  #written = 0;
  #mostWritten = longestLog;

  constructor(file: StateFile | undefined, state: LoggedState) {
    this.#file = file;
    this.#state = state;
  }

  /** Whether there is a data file. */
  get isKept(): boolean {
    return this.#file !== undefined;
  }

  get pending(): Promise<unknown> | undefined {
    return this.#pending;
  }

  /** Returns the last snapshot and the writes after it; undefined without a file. */
  read():
    | { readonly snapshot: Readonly<Record<string, MockData>>; readonly writes: readonly Logged[] }
    | undefined {
    if (this.#file === undefined) return undefined;
    const { snapshot, writes } = this.#file.read();
    this.#written = writes.length;
    // The types that `keep` and `compact` wrote.
    return {
      snapshot: (snapshot ?? {}) as Readonly<Record<string, MockData>>,
      writes: writes as readonly Logged[],
    };
  }

  /**
   * Logs a write that memory already has. If the commit fails, this write and all later ones are undone: the
   * file is authoritative.
   */
  async keep(entry: Logged): Promise<void> {
    const file = this.#file;
    if (file === undefined) return;
    const kept = file.append(entry).catch((error: unknown) => {
      // Writes that share a commit fail with the same error.
      if (this.#failure !== error) this.#state.begin();
      this.#failure = error;
      throw new HttpError(503, "The data file cannot be written; nothing was changed.", { cause: error });
    });
    this.#pending = kept;
    this.#written += 1;
    // Right after a commit the file equals the memory, and no write is pending.
    if (this.#written >= this.#mostWritten && file.flush()) this.shorten();
    const settled = (): void => {
      if (this.#pending === kept) this.#pending = undefined;
    };
    kept.then(settled, settled);
    await kept;
  }

  /** Compacts the log to a snapshot if it is long. */
  shorten(): void {
    if (this.#written >= this.#mostWritten) this.compact();
  }

  /** Compacts the log to a snapshot. If that fails, the log continues to grow. */
  compact(): void {
    const all = this.#state.snapshot();
    this.#written = 0;
    this.#mostWritten = Math.max(longestLog, resourcesIn(all));
    this.#file?.compact(all);
  }

  /** Takes over the file of another log, after its pending writes are committed. */
  async takeOver(other: WriteLog): Promise<void> {
    await other.#pending?.catch(() => undefined);
    this.#file = other.#file;
    other.#file = undefined;
  }

  close(): void {
    this.#file?.close();
  }
}

function resourcesIn(all: Readonly<Record<string, MockData>>): number {
  const documents = Object.values(all).flatMap((data) => Object.values(data));
  const lists = documents.flatMap((one) => Object.values(one?.collections ?? {}));
  return lists.reduce((sum, list) => sum + list.length, 0);
}
