// Where a value contains date-times, as a tree: its combination for unions, tuples and alternatives.
import type { Code } from "../code.ts";

/**
 * A tree of locations: `true` is a date-time, `Integers` a 64-bit integer, a string the name of the constant
 * for a subtree. A map has the properties that contain date-times; `*` is every other property. Arrays are
 * transparent: the tree of an array is that of its items.
 *
 * @example new Map([["createdAt", true], ["items", new Map([["sentAt", true]])]])
 */
export type Dates = true | Code | Map<string, Dates> | Tagged | Tuple | Every | Integers;

/** Integers of 64 bits; there is a single object. */
export class Integers {
  readonly bits = 64;
}

export const integers = new Integers();

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

/** Alternatives that differ by the type of the value, or that are constants: each is applied. */
export class Every {
  readonly parts: readonly Dates[];

  constructor(parts: readonly Dates[]) {
    this.parts = parts;
  }
}

/** Merges alternatives, which are distinguished by the type of the value. */
export function merged(left: Dates | undefined, right: Dates | undefined): Dates | undefined {
  if (left === undefined || right === undefined || areSame(left, right)) return left ?? right;
  if (left instanceof Tagged || left instanceof Tuple) return left.beside(right);
  if (right instanceof Tagged || right instanceof Tuple) return right.beside(left);
  if (!(left instanceof Map) || !(right instanceof Map)) return every([...partsOf(left), ...partsOf(right)]);
  const both = new Map(left);
  for (const [key, dates] of right) both.set(key, merged(left.get(key), dates) ?? dates);
  return both;
}

function every(parts: readonly Dates[]): Dates {
  const maps = parts.filter((part) => part instanceof Map).reduce<Dates | undefined>(merged, undefined);
  const others = parts.filter((part) => !(part instanceof Map));
  const all = [...new Set([...others, ...(maps === undefined || isEmpty(maps) ? [] : [maps])])];
  return all.length === 1 ? all[0]! : new Every(all);
}

function partsOf(dates: Dates): readonly Dates[] {
  return dates instanceof Every ? dates.parts : [dates];
}

function isEmpty(dates: Dates): boolean {
  return dates instanceof Map && dates.size === 0;
}

/** Whether two trees are equal. */
export function areSame(left: Dates | undefined, right: Dates | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  if (left instanceof Map) return right instanceof Map && areSameMaps(left, right);
  if (left instanceof Every) return right instanceof Every && areSameLists(left.parts, right.parts);
  if (left instanceof Tagged) {
    return (
      right instanceof Tagged &&
      left.property === right.property &&
      areSameMaps(left.cases, right.cases) &&
      areSame(left.others, right.others)
    );
  }
  return (
    left instanceof Tuple &&
    right instanceof Tuple &&
    areSameLists(left.first, right.first) &&
    areSame(left.rest, right.rest) &&
    areSame(left.others, right.others)
  );
}

function areSameMaps(left: ReadonlyMap<string, Dates>, right: ReadonlyMap<string, Dates>): boolean {
  return left.size === right.size && [...left].every(([key, dates]) => areSame(dates, right.get(key)));
}

function areSameLists(left: readonly Dates[], right: readonly Dates[]): boolean {
  return left.length === right.length && left.every((dates, index) => areSame(dates, right[index]));
}
