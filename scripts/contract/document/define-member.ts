// Sets a member of an object whose names come from a document.
import type { Json, JsonObject } from "./document.ts";
import { isObject } from "./pointer.ts";

/** Assignment, but `__proto__` is a name like any other. */
export function defineMember(object: object, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The object under a name; a new and empty one where there is none yet. */
export function memberObject(parent: JsonObject, name: string): JsonObject {
  const existing = Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (isObject(existing)) return existing;
  const created = {};
  defineMember(parent, name, created);
  return created;
}
