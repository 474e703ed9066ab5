// Keeps a copy of a body that passes by, up to a limit: what is larger is forwarded all the same, and not checked.

/** Bytes that all bodies under way may take together. */
export class CaptureBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Whether there was room. */
  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#left += bytes;
  }
}

/** One body. */
export class CapturedBody {
  readonly #budget: CaptureBudget;
  readonly #most: number;
  #chunks: Buffer[] = [];
  #length = 0;
  #isWhole = true;

  constructor(budget: CaptureBudget, most: number) {
    this.#budget = budget;
    this.#most = most;
  }

  add(chunk: Buffer): void {
    if (!this.#isWhole) return;
    if (this.#length + chunk.length > this.#most || !this.#budget.take(chunk.length)) {
      this.release();
      this.#isWhole = false;
      return;
    }
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The bytes; undefined when there were too many. */
  bytes(): Buffer | undefined {
    return this.#isWhole ? Buffer.concat(this.#chunks) : undefined;
  }

  /** Gives the memory back. */
  release(): void {
    this.#budget.giveBack(this.#length);
    this.#chunks = [];
    this.#length = 0;
  }
}
