// Deep copy of a JSON value.
import { defineMember } from "./define-member.ts";
import type { Json } from "./document.ts";
import { isArray, isObject } from "./pointer.ts";

/** Returns a deep copy that shares no object or array with `value`. */
export function copyJson(value: Json): Json {
  if (isArray(value)) return value.map(copyJson);
  if (!isObject(value)) return value;
  const object = {};
  for (const [key, member] of Object.entries(value)) defineMember(object, key, copyJson(member ?? null));
  return object;
}
