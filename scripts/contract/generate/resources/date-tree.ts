// The date-times of a value as a tree, with the combination of unions, tuples and alternatives.
import type { Code } from "../code.ts";

/** A tree of locations; a string is the name of the constant for the subtree. */
export type Dates = true | Code | Map<string, Dates> | Tagged | Tuple;

/** A union whose branches contain different date-times; a property of the value identifies the branch. */
export class Tagged {
  readonly property: string;
  readonly cases: Map<string, Dates>;
  /** For a value that matches no case: the date-times next to the union. */
  readonly others: Dates | undefined;

  constructor(property: string, cases: Map<string, Dates>, others?: Dates) {
    this.property = property;
    this.cases = cases;
    this.others = others;
  }

  /** Returns the union combined with date-times next to it. */
  beside(dates: Dates): Tagged {
    const cases = new Map([...this.cases].map(([text, one]) => [text, merged(one, dates) ?? dates]));
    return new Tagged(this.property, cases, merged(this.others, dates));
  }
}

/** A list whose items contain different date-times depending on their position. */
export class Tuple {
  readonly first: readonly Dates[];
  readonly rest: Dates | undefined;
  /** For a value that is not a list. */
  readonly others: Dates | undefined;

  constructor(first: readonly Dates[], rest: Dates | undefined, others?: Dates) {
    this.first = first;
    this.rest = rest;
    this.others = others;
  }

  /** Returns the tuple combined with alternatives, or with date-times next to it. */
  beside(dates: Dates): Tuple {
    if (!(dates instanceof Tuple)) return new Tuple(this.first, this.rest, merged(this.others, dates));
    const length = Math.max(this.first.length, dates.first.length);
    const first = Array.from({ length }, (_, index) => merged(this.at(index), dates.at(index)) ?? new Map());
    return new Tuple(first, merged(this.rest, dates.rest), merged(this.others, dates.others));
  }

  at(index: number): Dates | undefined {
    return this.first[index] ?? this.rest;
  }
}

/**
 * Merges alternatives: if one is an object and another a date-time, they are distinguished by the type of the
 * value.
 */
export function merged(left: Dates | undefined, right: Dates | undefined): Dates | undefined {
  if (left === undefined || right === undefined || left === right) return left ?? right;
  if (left instanceof Tagged || left instanceof Tuple) return left.beside(right);
  if (right instanceof Tagged || right instanceof Tuple) return right.beside(left);
  if (!(left instanceof Map) || !(right instanceof Map)) return right instanceof Map ? right : left;
  const both = new Map(left);
  for (const [key, dates] of right) both.set(key, merged(left.get(key), dates) ?? dates);
  return both;
}
