// What a schema's `$ref` names itself. `follow` goes to the end of a chain, and passes keywords beside a `$ref` on its way.
import type { JsonObject } from "../document/document.ts";
import { follow, type Located, localPointer, refOf, resolvePointer } from "../document/pointer.ts";

/** One step along a `$ref`. */
export function referred(root: JsonObject, place: Located): Located {
  const pointer = localPointer(refOf(place.node) ?? "");
  const node = pointer === undefined ? undefined : resolvePointer(root, pointer);
  // The error for a reference that leads nowhere is made there.
  return pointer === undefined || node === undefined ? follow(root, place) : { pointer, node };
}
