// Sets members of objects whose names come from a document.
import type { Json, JsonObject } from "./document.ts";
import { isObject } from "./pointer.ts";

/** Assigns a member; `__proto__` is treated like any other name. */
export function defineMember(object: object, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Returns the object under a name, and creates an empty one if there is none. */
export function memberObject(parent: JsonObject, name: string): JsonObject {
  const existing = Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (isObject(existing)) return existing;
  const created = {};
  defineMember(parent, name, created);
  return created;
}
