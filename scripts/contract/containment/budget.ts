// How much work searches may take: each by itself, all of one operation together, and all of one comparison.

/** Counts steps; a step takes up to five microseconds. */
export class Budget {
  /** What one search may take. */
  readonly each: number;
  #left: number;
  #share = Infinity;
  #isShort = false;
  #isCut = false;

  constructor(each = stepsEach, whole = stepsInAll) {
    this.each = each;
    this.#left = whole;
  }

  /** What the next search may take; nothing when all is spent. */
  get next(): number {
    return Math.max(0, Math.min(this.each, this.left));
  }

  /** What all searches together may still take: of the share that is open, where one is. */
  get left(): number {
    return Math.min(this.#left, this.#share);
  }

  /** Whether nothing is left for any search; what takes no step is decided until then. */
  get isSpent(): boolean {
    return this.left <= 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
    this.#share -= steps;
  }

  /** From here on, no more than `share` is spent, until `closeShare`. */
  openShare(share: number): void {
    this.#share = share;
    this.#isShort = false;
    this.#isCut = false;
  }

  /** Whether something stayed undecided that a larger share might have decided. */
  closeShare(): boolean {
    this.#share = Infinity;
    return this.#isShort;
  }

  /** Says that a search was given less than it might have taken, and more than that was wanted. */
  noteShort(): void {
    this.#isShort = true;
  }

  /** Says that something was not looked at, so that nobody knows what there is to find in it. */
  noteCut(): void {
    this.#isShort = true;
    this.#isCut = true;
  }

  /** Whether something was not looked at since the share was opened. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Whether the share that is open was too small for something. */
  get isShort(): boolean {
    return this.#isShort;
  }
}

const stepsEach = 100_000;
/** Some thirty seconds on one core: two releases of a document of 13 MB, far apart, stay within it. */
const stepsInAll = 6_000_000;

/** A larger share than before is worth beginning anew. */
const worthARetry = 2;
/** What the first round leaves for those whose share was too small. */
const reserveShare = 0.2;
/** Shares of the whole that are worth it at all: in the first round, and for those that nothing less was enough for. */
const leastShare = 1 / 3000;
const largeShare = 1 / 300;

/**
 * Decides each of `items` with an equal share of the budget. What one leaves goes to those after it, and in the end to those whose
 * share was too small, for which all begins anew. Where equal shares would be too small for anything, the first items get larger ones:
 * something is decided, however many there are.
 *
 * @returns what was decided, in the order of `items`
 */
export function shareOut<Item, Decided>(
  budget: Budget,
  items: readonly Item[],
  decide: (item: Item, isRetry: boolean) => Decided,
): Decided[] {
  const decided: Decided[] = [];
  const whole = budget.left;
  /** Those whose share was too small, after one round with shares of at least `least` of the budget down to `reserve`. */
  const round = (open: readonly number[], least: number, reserve: number, isRetry: boolean): number[] =>
    open.filter((at, done) => {
      const equal = (budget.left - reserve) / (open.length - done);
      budget.openShare(equal > 0 ? Math.max(least, equal) : 0);
      decided[at] = decide(items[at]!, isRetry);
      return budget.closeShare();
    });
  let last = Math.max(whole * leastShare, (whole * (1 - reserveShare)) / items.length);
  let open = round([...items.keys()], whole * leastShare, whole * reserveShare, false);
  for (; open.length > 0 && budget.left / open.length >= worthARetry * last; open = round(open, 0, 0, true))
    last = budget.left / open.length;
  const share = Math.max(whole * largeShare, worthARetry * last);
  round(open.slice(0, Math.max(0, Math.floor(budget.left / share))), share, 0, true);
  return decided;
}
