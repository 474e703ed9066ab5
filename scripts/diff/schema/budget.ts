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
/** Some twenty seconds on one core. */
const WHOLE = 3_000_000;
