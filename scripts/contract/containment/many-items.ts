// Builds arrays with more items than are laid out one by one: calculates how many of each kind they hold.
import type { Json } from "../document/document.ts";
import { type ArrayCell, itemLiterals, tailOf } from "./array-cell.ts";
import { tooLarge } from "./unsupported.ts";
import { accepting, type Literal, rejecting } from "./formula.ts";
import type { Goals } from "./goals.ts";
import { alone, found, independent, type Outcome, together, undecided } from "./outcome.ts";
import { madeUp } from "./schema-node.ts";
import { allDifferent, several } from "./contains-counts.ts";
import { canonical } from "./structural-key.ts";
import { familyOf } from "./value-family.ts";

/** Maximum number of items written out; if they differ, a validator compares each with each. */
const written = 50_000;
const differentWritten = 2000;
/** Maximum number of indices with constraints of their own. */
const placesLimit = 200;
/** Maximum number of values searched one by one to see whether there are more. */
const few = 100;

/**
 * Searches for an array that satisfies `cell` and has more distinct or counted items than can be laid out one
 * by one.
 */
export function manyItems(cell: ArrayCell, goals: Goals): Outcome {
  const { counts, distinct, twins } = cell;
  if (tailOf(cell) > placesLimit || twins !== undefined)
    return undecided({ reason: "the shortest array is too long to write down" });
  if (distinct && counts.length > 0)
    return undecided({
      reason: "uniqueItems together with a contains that counts so many items is not calculated",
    });
  if (counts.length > 1)
    return undecided({ reason: "several contains that count so many items are not calculated" });
  return distinct ? manyDifferent(cell, goals) : manyCounted(cell, goals);
}

function manyDifferent(cell: ArrayCell, goals: Goals): Outcome {
  const { min } = cell;
  const tail = tailOf(cell);
  const first = allDifferent(
    goals,
    Array.from({ length: tail }, (_, at) => itemLiterals(cell, at)),
  );
  if (first.is !== "found") return first;
  const literals = itemLiterals(cell, tail);
  const family = familyOf(goals, literals, min);
  if (family === undefined) {
    const integers = integersIn(goals, literals);
    if (integers !== undefined && tail + integers < min) return independent;
    const { values, end } = several(goals, literals, few);
    if (end?.is === "none" && tail + values.length < min) return end;
    return undecided({
      reason: `whether there are ${min} items that differ is not calculated`,
      keyword: "uniqueItems",
    });
  }
  const items = [...(first.instance as readonly Json[])];
  if (min > differentWritten)
    return undecided(tooLarge(`${min} items that differ`), [
      ...items,
      family.at(0),
      family.at(1),
      `…(${min})`,
    ]);
  const taken = new Set(items.map(canonical));
  for (let index = 0; items.length < min; index += 1) {
    const value = family.at(index);
    if (!taken.has(canonical(value))) items.push(value);
  }
  return found(items);
}

/** Returns the number of values if all are integers between two bounds; undefined if that is not proved. */
function integersIn(goals: Goals, literals: readonly Literal[]): number | undefined {
  const isNone = (...further: Literal[]): boolean => {
    const outcome = goals.goal([...literals, ...further]);
    return outcome.is === "none" && outcome.low === alone;
  };
  if (!isNone(rejecting(madeUp({ type: "integer" })))) return undefined;
  const [highest, lowest] = [1, -1].map((sign) => {
    const isPast = (bound: number): boolean =>
      isNone(accepting(madeUp(sign > 0 ? { minimum: bound } : { maximum: -bound }), 0));
    if (!isPast(farthest)) return undefined;
    // The first bound that no value reaches lies between the two.
    let [reached, past] = [-farthest, farthest];
    while (past - reached > 1) {
      const middle = Math.floor((reached + past) / 2);
      if (isPast(middle)) past = middle;
      else reached = middle;
    }
    return sign * reached;
  });
  return highest === undefined || lowest === undefined ? undefined : highest - lowest + 1;
}

/** Integers beyond this bound are not counted. */
const farthest = 2 ** 50;

/** The two outcomes of an item: counted by `contains`, and not counted. */
interface Ways {
  readonly counted: Outcome;
  readonly other: Outcome;
}

const isPossible = ({ is }: Outcome): boolean => is !== "none";

function manyCounted(cell: ArrayCell, goals: Goals): Outcome {
  const [count] = cell.counts;
  if (count === undefined) return undecided({ reason: "the shortest array is too long to write down" });
  const tail = tailOf(cell);
  const { node } = count.literal;
  const waysAt = (place: number): Ways => {
    const literals = itemLiterals(cell, place);
    return {
      counted: goals.goal([...literals, accepting(node, 0)]),
      other: goals.goal([...literals, rejecting(node)]),
    };
  };
  const places = Array.from({ length: tail }, (_, at) => waysAt(at));
  const beyond = waysAt(tail);
  const ways = [...places, beyond].flatMap(({ counted, other }) => [counted, other]);
  const none: Outcome = {
    is: "none",
    low: ways.reduce((least, way) => (way.is === "none" ? Math.min(least, way.low) : least), alone),
  };
  const numbers = calculated(cell, count, places, beyond);
  if (numbers === undefined) return none;
  const { inPlaces, counted, other } = numbers;
  const length = tail + counted + other;
  const ends = [
    { way: beyond.counted, times: counted },
    { way: beyond.other, times: other },
  ].filter(({ times }) => times > 0);
  const used = [...chosenWays(places, inPlaces), ...ends.map(({ way }) => way)];
  const values = used.flatMap((way) =>
    way.is === "none" || way.instance === undefined ? [] : [way.instance],
  );
  if (values.length < used.length) return together(used, undefined) ?? none;
  if (length > written) {
    const recipe = `${length} items, ${inPlaces + counted} of them found by contains`;
    const large = undecided(tooLarge(recipe));
    return together([...used, large], [...values, `…(${length})`]) ?? large;
  }
  const last = ends.flatMap(({ times }, at) => Array<Json>(times).fill(values[tail + at]!));
  const items = [...values.slice(0, tail), ...last];
  return together(used, items) ?? found(items);
}

interface Numbers {
  /** Number of counted items within the constrained indices. */
  readonly inPlaces: number;
  /** Number of items beyond the constrained indices: counted ones, and all others. */
  readonly counted: number;
  readonly other: number;
}

/** Returns the smallest number of items for which lengths and counts agree; undefined if there is none. */
function calculated(
  { min, max }: ArrayCell,
  count: ArrayCell["counts"][number],
  places: readonly Ways[],
  beyond: Ways,
): Numbers | undefined {
  if (places.some(({ counted, other }) => !isPossible(counted) && !isPossible(other))) return undefined;
  const least = places.filter(({ other }) => !isPossible(other)).length;
  const most = places.filter(({ counted }) => isPossible(counted)).length;
  const [mayCount, mayNot] = [isPossible(beyond.counted), isPossible(beyond.other)];
  const missing = Math.max(0, min - places.length);
  const needed = Math.max(0, count.min - most);
  const counted = mayCount ? (mayNot ? needed : Math.max(needed, missing)) : 0;
  const other = mayNot ? Math.max(0, missing - counted) : 0;
  const inPlaces = Math.min(most, Math.max(least, count.min - counted));
  const [length, sum] = [places.length + counted + other, inPlaces + counted];
  const fits = length >= min && length <= max && sum >= count.min && sum <= count.max;
  return fits ? { inPlaces, counted, other } : undefined;
}

/** Yields a choice for each index, such that `number` items are counted. */
function* chosenWays(places: readonly Ways[], number: number): Generator<Outcome> {
  let free = number - places.filter(({ other }) => !isPossible(other)).length;
  for (const { counted, other } of places) {
    if (!isPossible(other)) yield counted;
    else if (free > 0 && isPossible(counted)) {
      free -= 1;
      yield counted;
    } else yield other;
  }
}
