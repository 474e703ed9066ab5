// Where a value holds date-times, as a tree: what unions and tuples make of it, and alternatives in one.
import type { Code } from "../code.ts";

/** A tree of locations; a string is the name of the constant that goes on. */
export type Dates = true | Code | Map<string, Dates> | Tagged | Tuple;

/** A union whose branches hold different date-times: which one a value is, a property of it tells. */
export class Tagged {
  readonly property: string;
  readonly cases: Map<string, Dates>;
  /** For a value that is none of the cases: what lies beside the union. */
  readonly others: Dates | undefined;

  constructor(property: string, cases: Map<string, Dates>, others?: Dates) {
    this.property = property;
    this.cases = cases;
    this.others = others;
  }

  /** The same with what lies beside the union. */
  beside(dates: Dates): Tagged {
    const cases = new Map([...this.cases].map(([text, one]) => [text, merged(one, dates) ?? dates]));
    return new Tagged(this.property, cases, merged(this.others, dates));
  }
}

/** A list whose items hold different date-times by their position. */
export class Tuple {
  readonly first: readonly Dates[];
  readonly rest: Dates | undefined;
  /** For a value that is no list. */
  readonly others: Dates | undefined;

  constructor(first: readonly Dates[], rest: Dates | undefined, others?: Dates) {
    this.first = first;
    this.rest = rest;
    this.others = others;
  }

  /** The same with what may stand in its place, or beside it. */
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

/** Alternatives in one: where one holds an object and another a moment, each is recognised by what it is. */
export function merged(left: Dates | undefined, right: Dates | undefined): Dates | undefined {
  if (left === undefined || right === undefined || left === right) return left ?? right;
  if (left instanceof Tagged || left instanceof Tuple) return left.beside(right);
  if (right instanceof Tagged || right instanceof Tuple) return right.beside(left);
  if (!(left instanceof Map) || !(right instanceof Map)) return right instanceof Map ? right : left;
  const both = new Map(left);
  for (const [key, dates] of right) both.set(key, merged(left.get(key), dates) ?? dates);
  return both;
}
