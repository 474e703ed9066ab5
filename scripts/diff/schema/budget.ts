// How much work searches may take: each by itself, and all of one comparison together.

/** Counts steps; a step takes some microseconds. */
export class Budget {
  /** What one search may take. */
  readonly each: number;
  #left: number;

  constructor(each = EACH, whole = WHOLE) {
    this.each = each;
    this.#left = whole;
  }

  /** What the next search may take; nothing when all is spent. */
  get next(): number {
    return Math.min(this.each, this.#left);
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }
}

const EACH = 100_000;
/** Some fifty seconds on one core: two releases of a document of 13 MB, far apart, stay within it. */
const WHOLE = 5_000_000;
