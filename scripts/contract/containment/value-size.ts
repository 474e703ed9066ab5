// Computes the size of a value's JSON text. The search shares equal parts of values, so a small search may
// find a value whose text fits in no memory; these functions also visit each part once.
import type { Json } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";

const lengths = new WeakMap<object, number>();
const counts = new WeakMap<object, number>();
const characters = new WeakMap<object, number>();

/** Returns the length of the JSON text in UTF-16 units. */
export function textLength(value: Json): number {
  if (!isArray(value) && !isObject(value)) return JSON.stringify(value).length;
  return remembered(lengths, value, () => {
    const members = Object.entries<Json | undefined>(value);
    let length = 1 + Math.max(1, members.length);
    for (const [name, member] of members)
      length += textLength(member ?? null) + (isArray(value) ? 0 : JSON.stringify(name).length + 1);
    return length;
  });
}

/** Returns the number of values in a value, itself included. */
export function valuesIn(value: Json): number {
  if (!isArray(value) && !isObject(value)) return 1;
  return remembered(counts, value, () => {
    let count = 1;
    for (const member of Object.values<Json | undefined>(value)) count += valuesIn(member ?? null);
    return count;
  });
}

/** Returns the number of UTF-16 units of all texts in a value, without the names of members. */
export function charactersIn(value: Json): number {
  if (typeof value === "string") return value.length;
  if (!isArray(value) && !isObject(value)) return 0;
  return remembered(characters, value, () => {
    let count = 0;
    for (const member of Object.values<Json | undefined>(value)) count += charactersIn(member ?? null);
    return count;
  });
}

/** Number of members of a list or object that a beginning shows, and its depth. */
const shownLength = 3;
const shownDepth = 5;

/** Returns the first members of `value` and of its parts; a text gives the total number. */
export function beginningOf(value: Json, depth = shownDepth): Json {
  if (!isArray(value) && !isObject(value)) return value;
  if (depth === 0) return `…(${valuesIn(value)} values)`;
  const members = Object.entries<Json | undefined>(value);
  const shown = members
    .slice(0, members.length > shownLength + 1 ? shownLength : members.length)
    .map(([name, member]): [string, Json] => [name, beginningOf(member ?? null, depth - 1)]);
  const more = shown.length < members.length ? `…(${members.length})` : undefined;
  if (isArray(value)) return [...shown.map(([, member]) => member), ...(more === undefined ? [] : [more])];
  return Object.fromEntries(more === undefined ? shown : [...shown, [more, null]]);
}

function remembered(known: WeakMap<object, number>, value: object, make: () => number): number {
  let made = known.get(value);
  if (made === undefined) known.set(value, (made = make()));
  return made;
}
