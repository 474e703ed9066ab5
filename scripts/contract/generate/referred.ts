// Resolves the `$ref` of a schema by one step. `follow` resolves the whole chain and ignores keywords next to
// a `$ref`.
import type { JsonObject } from "../document/document.ts";
import { follow, type Located, localPointer, refOf, resolvePointer } from "../document/pointer.ts";

/** Follows a `$ref` by one step. */
export function referred(root: JsonObject, place: Located): Located {
  const pointer = localPointer(refOf(place.node) ?? "");
  const node = pointer === undefined ? undefined : resolvePointer(root, pointer);
  // For a dangling reference, `follow` throws the error.
  return pointer === undefined || node === undefined ? follow(root, place) : { pointer, node };
}
