// The writes of a mock on their way into its file: a response to a write waits for its commit, and so does whoever would see what it did.
import { HttpError } from "../runtime/boundary/problem.ts";
import type { Logged, MockData, StateFile } from "./mock-data.ts";

/** Writes after which the file is started anew from a snapshot; as many as there are things, where that is more. */
const longestLog = 5_000;

/** What is logged, and how it comes back. */
export interface LoggedState {
  /** Everything, by tenant. */
  readonly snapshot: () => Readonly<Record<string, MockData>>;
  /** From the start to what the file has. */
  readonly begin: () => void;
}

export class WriteLog {
  #file: StateFile | undefined;
  readonly #state: LoggedState;
  /** Writes that wait for their commit: until then nobody sees what they did. */
  #pending: Promise<unknown> | undefined;
  /** Why the last commit failed. */
  #failure: unknown;
  /** Writes in the file since its snapshot, and how many there may be. */
  #written = 0;
  #mostWritten = longestLog;

  constructor(file: StateFile | undefined, state: LoggedState) {
    this.#file = file;
    this.#state = state;
  }

  /** Whether anything is kept at all. */
  get isKept(): boolean {
    return this.#file !== undefined;
  }

  get pending(): Promise<unknown> | undefined {
    return this.#pending;
  }

  /** The last snapshot and what was written after it; undefined without a file. */
  read():
    | { readonly snapshot: Readonly<Record<string, MockData>>; readonly writes: readonly Logged[] }
    | undefined {
    if (this.#file === undefined) return undefined;
    const { snapshot, writes } = this.#file.read();
    this.#written = writes.length;
    // What `keep` and `compact` wrote.
    return {
      snapshot: (snapshot ?? {}) as Readonly<Record<string, MockData>>,
      writes: writes as readonly Logged[],
    };
  }

  /** Keeps what was done already. Where that fails, it is undone together with all that came since: the file is right. */
  async keep(entry: Logged): Promise<void> {
    const file = this.#file;
    if (file === undefined) return;
    const kept = file.append(entry).catch((error: unknown) => {
      // Writes that share a commit fail with one error.
      if (this.#failure !== error) this.#state.begin();
      this.#failure = error;
      throw new HttpError(503, "The data file cannot be written; nothing was changed.", { cause: error });
    });
    this.#pending = kept;
    this.#written += 1;
    // Right after a commit the file has what memory has, and nothing is waiting.
    if (this.#written >= this.#mostWritten && file.flush()) this.shorten();
    const settled = (): void => {
      if (this.#pending === kept) this.#pending = undefined;
    };
    kept.then(settled, settled);
    await kept;
  }

  /** Starts the file anew from a snapshot, where it has grown long. */
  shorten(): void {
    if (this.#written >= this.#mostWritten) this.compact();
  }

  /** Starts the file anew from a snapshot. Where that fails, it goes on growing. */
  compact(): void {
    const all = this.#state.snapshot();
    this.#written = 0;
    this.#mostWritten = Math.max(longestLog, thingsIn(all));
    this.#file?.compact(all);
  }

  /** Takes over the file of another log, once what waits there is committed. */
  async takeOver(other: WriteLog): Promise<void> {
    await other.#pending?.catch(() => undefined);
    this.#file = other.#file;
    other.#file = undefined;
  }

  close(): void {
    this.#file?.close();
  }
}

function thingsIn(all: Readonly<Record<string, MockData>>): number {
  const documents = Object.values(all).flatMap((data) => Object.values(data));
  const lists = documents.flatMap((one) => Object.values(one?.collections ?? {}));
  return lists.reduce((sum, list) => sum + list.length, 0);
}
