// How large a value is once it is written down. The search makes equal parts of values once, so that a small search may find one that
// no memory holds as a text; what is asked here looks at each part once, too.
import type { Json } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";

const lengths = new WeakMap<object, number>();
const counts = new WeakMap<object, number>();

/** The length of its JSON text in UTF-16 units. */
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

/** How many values are in it, itself included. */
export function valuesIn(value: Json): number {
  if (!isArray(value) && !isObject(value)) return 1;
  return remembered(counts, value, () => {
    let count = 1;
    for (const member of Object.values<Json | undefined>(value)) count += valuesIn(member ?? null);
    return count;
  });
}

/** Members of a list or object that its beginning has, and how deep it goes. */
const shownLength = 3;
const shownDepth = 5;

/** The first members of `value` and of what is in it; a text says how many there are. */
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
