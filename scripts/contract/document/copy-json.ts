// A value once more.
import { defineMember } from "./define-member.ts";
import type { Json } from "./document.ts";
import { isArray, isObject } from "./pointer.ts";

/** A copy that shares nothing with the value, so that a change to one is no change to the other. */
export function copyJson(value: Json): Json {
  if (isArray(value)) return value.map(copyJson);
  if (!isObject(value)) return value;
  const object = {};
  for (const [key, member] of Object.entries(value)) defineMember(object, key, copyJson(member ?? null));
  return object;
}
