// Values as a validator can read them: a double stands for each number that no double says.
import type { Json } from "../document/document.ts";
import { exactTextOf } from "../document/exact-number.ts";
import { defineMember } from "../document/define-member.ts";
import { isArray, isObject } from "../document/pointer.ts";

/** Where a validator meets a value, as it tells its keywords. */
export interface Holder {
  readonly parentData?: unknown;
  readonly parentDataProperty?: string | number;
}

/** What the parts of stand-ins stand for. */
const originals = new WeakMap<object, object>();

/** The value, or one to validate in its place; `holder` tells what a number at its root stands for. */
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

/** What a validator's value stands for: mostly itself. */
export function meantBy(value: Json, holder: Holder = {}): Json {
  if (isArray(value) || isObject(value)) return (originals.get(value) as Json | undefined) ?? value;
  if (typeof value !== "number") return value;
  const { parentData, parentDataProperty = "" } = holder;
  const parent =
    typeof parentData === "object" && parentData !== null ? originals.get(parentData) : undefined;
  return parent === undefined ? value : (parent as Record<string, Json>)[parentDataProperty]!;
}

function standInFor(value: Json): Json {
  // Only whether it is whole matters: keywords about numbers ask what is meant.
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

/** Of a number in its normal form. */
function isWhole(text: string): boolean {
  return !/\.|e-/.test(text) || /e\d/.test(text);
}
