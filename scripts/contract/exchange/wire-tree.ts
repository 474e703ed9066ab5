// The form of a value after it has been sent as text: forms, XML and plain text carry no types.
import type { Json } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { scalarText } from "./scalar-text.ts";
import type { Wire } from "./serialise.ts";

export function wireTree(value: Json): Wire {
  if (isArray(value)) return value.map(wireTree);
  if (!isObject(value)) return scalarText(value) ?? "";
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wireTree(member ?? null)]));
}

/**
 * Returns true if two readings of one text are equivalent. A single item and a list of it are: `?tag=a` is a
 * list with one item.
 */
export function sameWire(a: Wire, b: Wire): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain(wire: Wire): Wire {
  if (typeof wire === "string") return wire;
  if (Array.isArray(wire)) {
    const items: readonly Wire[] = wire;
    const [only] = items;
    return items.length === 1 && only !== undefined ? plain(only) : items.map(plain);
  }
  const members = Object.entries(wire).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
}
