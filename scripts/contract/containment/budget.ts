// Budgets of work for searches: per search, per operation, and per comparison.

/** Counts steps; one step takes up to five microseconds. */
export class Budget {
  /** Maximum number of steps for one search. */
  readonly each: number;
  #left: number;
  #share = Infinity;
  #isShort = false;
  #isCut = false;

  constructor(each = stepsEach, whole = stepsInAll) {
    this.each = each;
    this.#left = whole;
  }

  /** Number of steps available to the next search; 0 if everything is spent. */
  get next(): number {
    return Math.max(0, Math.min(this.each, this.left));
  }

  /** Number of steps left for all searches: of the open share, if there is one. */
  get left(): number {
    return Math.min(this.#left, this.#share);
  }

  /** True if no search has steps left; decisions that take no step are still made. */
  get isSpent(): boolean {
    return this.left <= 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
    this.#share -= steps;
  }

  /** Limits spending to `share` until `closeShare`. */
  openShare(share: number): void {
    this.#share = share;
    this.#isShort = false;
    this.#isCut = false;
  }

  /** Closes the share. Returns true if something stayed undecided that a larger share might have decided. */
  closeShare(): boolean {
    this.#share = Infinity;
    return this.#isShort;
  }

  /** Records that a search got fewer steps than the maximum and needed more. */
  noteShort(): void {
    this.#isShort = true;
  }

  /** Records that something was skipped, so its changes are unknown. */
  noteCut(): void {
    this.#isShort = true;
    this.#isCut = true;
  }

  /** True if something was skipped since the share was opened. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** True if the open share was too small for something. */
  get isShort(): boolean {
    return this.#isShort;
  }
}

const stepsEach = 250_000;
/** About thirty seconds on one core: two very different releases of a document of 13 MB stay within it. */
const stepsInAll = 6_000_000;

/** Minimum ratio of a new share to the previous one that justifies starting over. */
const worthARetry = 2;
/** Fraction of the budget that the first round reserves for items whose share was too small. */
const reserveShare = 0.2;
/**
 * Minimum useful share of the whole budget: in the first round, and for items that needed more than any
 * smaller share.
 */
const leastShare = 1 / 3000;
const largeShare = 1 / 300;

/**
 * Decides each of `items` with an equal share of the budget. Steps that one item leaves go to those after it,
 * and finally to those whose share was too small, which start over. If equal shares would be too small for
 * anything, the first items get larger ones: something is decided, however many items there are.
 *
 * @returns the decisions, in the order of `items`
 */
export function shareOut<Item, Decided>(
  budget: Budget,
  items: readonly Item[],
  decide: (item: Item, isRetry: boolean) => Decided,
): Decided[] {
  const decided: Decided[] = [];
  const whole = budget.left;
  /**
   * Runs one round with shares of at least `least` of the budget, down to `reserve`; returns the items whose
   * share was too small.
   */
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
  // Proofs that one item needed make those after it cheaper: more are decided than equal shares allow.
  for (const at of open) {
    if (budget.left < share) break;
    budget.openShare(share);
    decided[at] = decide(items[at]!, true);
    budget.closeShare();
  }
  return decided;
}
