// The date-times of a union: its branches are distinguished by the type of the value, and those for objects
// by a property.
import type { JsonObject } from "../../document/document.ts";
import { childPointer, follow, isArray, isObject, type Located } from "../../document/pointer.ts";
import { kindsIn } from "../types/kinds-in.ts";
import { type ValueKind, valueKinds } from "../types/type.ts";
import { areSame, type Dates, Every, integers, merged, Tagged, Tuple } from "./date-tree.ts";
import { unionTag } from "./union-tag.ts";

/**
 * Returns the date-times of a union; undefined if no branch has any.
 *
 * @param found  the date-times of each branch
 */
export function unionDates(
  root: JsonObject,
  node: JsonObject,
  found: ReadonlyMap<Located, Dates | undefined>,
): Dates | undefined {
  if ([...found.values()].every((dates) => dates === undefined)) return undefined;
  const kinds = new Map([...found.keys()].map((part) => [part, kindsOf(root, part)]));
  const of = (kind: ValueKind): Located[] => [...found.keys()].filter((part) => kinds.get(part)?.has(kind));
  const all = (parts: readonly Located[], side: (dates: Dates) => Dates | undefined): Dates | undefined =>
    parts
      .map((part) => found.get(part))
      .map((dates) => dates && side(dates))
      .reduce(merged, undefined);
  const [objects, lists, texts, numbers] = [of("object"), of("array"), of("string"), of("number")];
  const others = [
    tagged(root, node, new Map(objects.map((part) => [part, all([part], forObjects)]))),
    all(texts, forTexts),
    all(numbers, forNumbers),
  ].reduce(merged, undefined);
  const items = all(lists, (dates) => dates);
  if (lists.length === 0 || areSame(items, others)) return others;
  if (items instanceof Tuple) return new Tuple(items.first, items.rest, others);
  // What is outside of a list is unaffected by the date-times of its items only if it is of another type.
  const isUnaffected =
    (items === true && texts.length === 0) ||
    (items === integers && numbers.length === 0) ||
    (isByName(items) && objects.length === 0);
  return others === undefined && isUnaffected ? items : new Tuple([], items, others);
}

/** Returns the date-times of the branches for objects. */
function tagged(
  root: JsonObject,
  node: JsonObject,
  found: ReadonlyMap<Located, Dates | undefined>,
): Dates | undefined {
  const together = [...found.values()].reduce(merged, undefined);
  const tag = together === undefined ? undefined : unionTag(root, node, [...found.keys()]);
  if (tag === undefined) return together;
  const cases = [...tag.branches].map(([text, part]): [string, Dates] => [
    text,
    found.get(part) ?? new Map(),
  ]);
  if (cases.every(([, dates]) => areSame(dates, cases[0]?.[1]))) return together;
  return new Tagged(tag.property, new Map(cases), tag.others && found.get(tag.others));
}

function isByName(dates: Dates | undefined): boolean {
  return dates instanceof Map || dates instanceof Tagged;
}

function forObjects(dates: Dates): Dates | undefined {
  if (dates === true || dates === integers) return undefined;
  return dates instanceof Tuple ? dates.others : dates;
}

function forTexts(dates: Dates): Dates | undefined {
  if (isByName(dates)) return undefined;
  return dates instanceof Tuple ? dates.others && forTexts(dates.others) : dates;
}

function forNumbers(dates: Dates): Dates | undefined {
  if (dates instanceof Tuple) return dates.others && forNumbers(dates.others);
  return dates === integers || (dates instanceof Every && dates.parts.includes(integers))
    ? integers
    : undefined;
}

/** Kinds by schema: parts may be referenced often. */
const known = new WeakMap<JsonObject, ReadonlySet<ValueKind>>();
const allKinds: ReadonlySet<ValueKind> = new Set(valueKinds);

/** Returns the kinds of values that a schema can accept, in all that applies to the same value. */
function kindsOf(root: JsonObject, schema: Located): ReadonlySet<ValueKind> {
  const { pointer, node } = follow(root, schema);
  if (!isObject(node)) return node === false ? new Set() : allKinds;
  const before = known.get(node);
  if (before !== undefined) return before;
  known.set(node, allKinds);
  const below = (keyword: string): ReadonlySet<ValueKind>[] => {
    const list = node[keyword];
    return (isArray(list) ? list : []).map((part, index) =>
      kindsOf(root, { pointer: childPointer(pointer, keyword, index), node: part }),
    );
  };
  const unions = ["anyOf", "oneOf"]
    .map(below)
    .filter((branches) => branches.length > 0)
    .map((branches) => new Set(branches.flatMap((branch) => [...branch])));
  const kinds = [...below("allOf"), ...unions].reduce<ReadonlySet<ValueKind>>(
    (left, right) => new Set([...left].filter((kind) => right.has(kind))),
    new Set(kindsIn(node)),
  );
  known.set(node, kinds);
  return kinds;
}
