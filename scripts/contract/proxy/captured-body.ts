// Keeps a copy of a forwarded body up to a size limit: larger bodies are forwarded but not checked.

/** The total number of bytes that all bodies in transit may occupy. */
export class CaptureBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Reserves memory; returns false if there is not enough. */
  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#left += bytes;
  }
}

/** The captured copy of one body. */
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

  /** Returns the captured bytes; undefined if the body was too large. */
  bytes(): Buffer | undefined {
    return this.#isWhole ? Buffer.concat(this.#chunks) : undefined;
  }

  /** Releases the reserved memory. */
  release(): void {
    this.#budget.giveBack(this.#length);
    this.#chunks = [];
    this.#length = 0;
  }
}
