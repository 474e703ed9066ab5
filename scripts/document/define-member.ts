// Sets a member of an object whose names come from a document.
import type { Json } from "./document.ts";

/** Assignment, but `__proto__` is a name like any other. */
export function defineMember(object: object, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}
