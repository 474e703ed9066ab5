// Lays an array out index by index, counts matches of `contains`, and fills the indices with values.
import type { Json } from "../document/document.ts";
import { tooLarge } from "./unsupported.ts";
import { type ArrayCell, itemLiterals, tailOf } from "./array-cell.ts";
import { accepting, type Literal, rejecting } from "./formula.ts";
import type { Goals } from "./goals.ts";
import { Alternatives, found, type Outcome, together, undecided } from "./outcome.ts";
import { manyItems } from "./many-items.ts";
import { allDifferent } from "./contains-counts.ts";

/** Maximum number of items in a witness, and of items in it that are distinct or counted. */
const lengthLimit = 50_000;
const countedLimit = 1000;
const distinctLimit = 200;

/** Searches for an array that satisfies `cell`, once every required item has an index. */
export function layOut(cell: ArrayCell, goals: Goals): Outcome {
  const counted = cell.counts.reduce((sum, { min }) => sum + min, 0);
  const longest = Math.min(cell.max, Math.max(cell.min, tailOf(cell)) + counted);
  const simple = cell.counts.length === 0;
  const limit = cell.distinct ? distinctLimit : simple ? lengthLimit : countedLimit;
  if (cell.min > limit || (!simple && longest > limit)) {
    return (
      impossibleItem(cell, goals) ??
      (simple && !cell.distinct ? tooLong(cell, goals) : manyItems(cell, goals))
    );
  }
  if (simple)
    return fill(
      cell,
      Array.from({ length: cell.min }, (_, at) => itemLiterals(cell, at)),
      goals,
    );
  return new Layout(cell, longest, goals).from(
    [],
    cell.counts.map(() => 0),
  );
}

/** Returns the outcome of the first required index for which no value exists. */
function impossibleItem(cell: ArrayCell, goals: Goals): Outcome | undefined {
  const last = Math.min(tailOf(cell), cell.min - 1);
  for (let place = 0; place <= last; place += 1) {
    const outcome = goals.goal(itemLiterals(cell, place));
    if (outcome.is === "none") return outcome;
  }
  return undefined;
}

/**
 * Handles arrays that are too long to write out. Items beyond the tail are alike, so a text with their number
 * represents the rest.
 */
function tooLong(cell: ArrayCell, goals: Goals): Outcome {
  const shown = Array.from({ length: tailOf(cell) + 1 }, (_, at) => goals.goal(itemLiterals(cell, at)));
  const values = shown.flatMap((outcome) =>
    outcome.is === "none" || outcome.instance === undefined ? [] : [outcome.instance],
  );
  const large = undecided(tooLarge(`${cell.min} items`));
  return together([...shown, large], [...values, `…(${cell.min})`]) ?? large;
}

function fill(cell: ArrayCell, places: readonly (readonly Literal[])[], goals: Goals): Outcome {
  if (cell.distinct) return allDifferent(goals, places);
  const values: Json[] = [];
  const doubts: Outcome[] = [];
  let isWhole = true;
  // All indices beyond the tail have the same literals, so their value is searched once.
  let last: { readonly key: number; readonly outcome: Outcome } | undefined;
  const tail = tailOf(cell);
  for (const [at, literals] of places.entries()) {
    const key = Math.min(at, tail);
    const isRepeated = cell.counts.length === 0 && last?.key === key;
    const outcome: Outcome = isRepeated && last ? last.outcome : goals.goal(literals);
    last = { key, outcome };
    if (outcome.is === "none") return outcome;
    if (outcome.is === "undecided" && !isRepeated) doubts.push(outcome);
    if (outcome.instance === undefined) isWhole = false;
    else values.push(outcome.instance);
  }
  return together(doubts, isWhole ? values : undefined) ?? found(asTwins(cell, values));
}

/** Gives two indices with the same constraints the same value. */
function asTwins({ twins }: ArrayCell, values: Json[]): Json[] {
  if (!twins) return values;
  const [first, second] = twins;
  const copy = [...values];
  copy[second] = values[first]!;
  return copy;
}

/** The choice made for one index: the literals its item must satisfy, and the counts it adds to. */
interface Chosen {
  readonly literals: readonly Literal[];
  readonly option: readonly boolean[];
}

class Layout {
  readonly #cell: ArrayCell;
  readonly #longest: number;
  readonly #goals: Goals;
  readonly #dead = new Map<string, Outcome>();

  constructor(cell: ArrayCell, longest: number, goals: Goals) {
    this.#cell = cell;
    this.#longest = longest;
    this.#goals = goals;
  }

  /** Continues after the indices in `chosen`, whose counts sum to `totals`. */
  from(chosen: readonly Chosen[], totals: readonly number[]): Outcome {
    this.#goals.spend();
    const { distinct, twins, min } = this.#cell;
    const key = `${chosen.length}:${totals.join()}:${String(twins && chosen[twins[0]]?.option)}`;
    const dead = distinct ? undefined : this.#dead.get(key);
    if (dead) return dead;
    const alternatives = new Alternatives();
    if (chosen.length >= min && this.#isEnough(totals)) {
      const places = chosen.map(({ literals }) => literals);
      const settled = alternatives.add(fill(this.#cell, places, this.#goals));
      if (settled) return settled;
    }
    for (const option of chosen.length < this.#longest ? this.#options(chosen, totals) : []) {
      const settled = alternatives.add(this.#take(option, chosen, totals));
      if (settled) return settled;
    }
    const sum = alternatives.sum();
    this.#dead.set(key, sum);
    return sum;
  }

  #take(option: readonly boolean[], chosen: readonly Chosen[], totals: readonly number[]): Outcome {
    const marks = this.#cell.counts.map(({ literal: { node } }, index) =>
      option[index] ? accepting(node, 0) : rejecting(node),
    );
    const literals = [...itemLiterals(this.#cell, chosen.length), ...marks];
    const item = this.#goals.goal(literals);
    if (item.is === "none") return item;
    const counted = totals.map((total, index) => total + Number(option[index]));
    return this.from([...chosen, { literals, option }], counted);
  }

  #isEnough(totals: readonly number[]): boolean {
    return this.#cell.counts.every(({ min }, index) => totals[index]! >= min);
  }

  /**
   * Returns the sets of counts an item can add to: those still needed first, none above its maximum; twins
   * add to the same counts.
   */
  #options(chosen: readonly Chosen[], totals: readonly number[]): (readonly boolean[])[] {
    const { counts, twins } = this.#cell;
    let options: boolean[][] = [[]];
    counts.forEach(({ min, max }, index) => {
      const [needed, allowed] = [totals[index]! < min, totals[index]! < max];
      const values = !allowed ? [false] : needed ? [true, false] : [false, true];
      options = options.flatMap((option) => values.map((value) => [...option, value]));
    });
    const twin = twins?.[1] === chosen.length ? chosen[twins[0]]?.option : undefined;
    return twin ? options.filter((option) => String(option) === String(twin)) : options;
  }
}
