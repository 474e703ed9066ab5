// Rounds the exact numbers of a document to doubles.
import { defineMember } from "./define-member.ts";
import type { Json } from "./document.ts";
import { exactTextOf } from "./exact-number.ts";
import { isArray, isObject } from "./pointer.ts";

/** Returns a copy in which each `ExactNumber` is replaced by the nearest finite double. */
export function roundNumbers(value: Json): Json {
  const exact = exactTextOf(value);
  if (exact !== undefined) return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, Number(exact)));
  if (isArray(value)) return value.map(roundNumbers);
  if (!isObject(value)) return value;
  const object = {};
  for (const [name, member] of Object.entries(value))
    defineMember(object, name, roundNumbers(member ?? null));
  return object;
}
