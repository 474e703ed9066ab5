// Converts values for a validator: a double stands for each number that no double represents.
import type { Json } from "../document/document.ts";
import { exactTextOf } from "../document/exact-number.ts";
import { defineMember } from "../document/define-member.ts";
import { isArray, isObject } from "../document/pointer.ts";

/** The location of a value as a validator passes it to its keywords. */
export interface Holder {
  readonly parentData?: unknown;
  readonly parentDataProperty?: string | number;
}

/** Stand-in part → original. */
const originals = new WeakMap<object, object>();

/**
 * Returns the value, or one to validate instead of it; `holder` maps a number at its root to the original.
 */
export function standIn(value: Json): {
  readonly value: Json;
  readonly holder: Required<Holder> | undefined;
} {
  const stand = standInFor(value);
  if (stand === value) return { value, holder: undefined };
  const parentData = { value: stand };
  originals.set(parentData, { value });
  return { value: stand, holder: { parentData, parentDataProperty: "value" } };
}

/** Returns the original of a validator's value: usually the value itself. */
export function meantBy(value: Json, holder: Holder = {}): Json {
  if (isArray(value) || isObject(value)) return (originals.get(value) as Json | undefined) ?? value;
  if (typeof value !== "number") return value;
  const { parentData, parentDataProperty = "" } = holder;
  const parent =
    typeof parentData === "object" && parentData !== null ? originals.get(parentData) : undefined;
  return parent === undefined ? value : (parent as Record<string, Json>)[parentDataProperty]!;
}

function standInFor(value: Json): Json {
  // Only whether it is an integer matters: keywords about numbers use the original.
  const exact = exactTextOf(value);
  if (exact !== undefined) return isWhole(exact) ? 0 : 0.5;
  if (isArray(value)) {
    const items = value.map(standInFor);
    return items.some((item, index) => item !== value[index]) ? remembered(items, value) : value;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, standInFor(member ?? null)] as const);
  if (members.every(([name, member]) => member === value[name])) return value;
  const object = {};
  for (const [name, member] of members) defineMember(object, name, member);
  return remembered(object, value);
}

function remembered<Value extends object>(stand: Value, value: object): Value {
  originals.set(stand, value);
  return stand;
}

/** True if a number in normal form is an integer. */
function isWhole(text: string): boolean {
  return !/\.|e-/.test(text) || /e\d/.test(text);
}
