// The `fix` of an error about a pointer that does not resolve: how far it resolves, and which names exist
// there.
import type { Json } from "./document.ts";
import { nearestName } from "./nearest-name.ts";
import { child, isObject, parsePointer, toPointer, toRef } from "./pointer.ts";

/**
 * Returns the fix for a reference to `pointer`, which does not exist in `root`.
 *
 * @param mayList  whether the fix may list the existing names
 */
export function fixForMissing(root: Json, pointer: string, mayList = true): string {
  const segments = parsePointer(pointer);
  let node = root;
  for (const [index, segment] of segments.entries()) {
    const next = child(node, segment);
    if (next === undefined) return suggest(node, segments.slice(0, index), { missing: segment, mayList });
    node = next;
  }
  return "correct the reference";
}

function suggest(
  node: Json,
  above: readonly string[],
  { missing, mayList }: { missing: string; mayList: boolean },
): string {
  const where = above.length === 0 ? "the document" : toPointer(above);
  const names = isObject(node) ? Object.keys(node) : [];
  const nearest = nearestName(missing, names);
  if (nearest !== undefined) return `write ${JSON.stringify(toRef(toPointer([...above, nearest])))}`;
  if (!mayList) return `correct what follows the #: ${where} has no ${JSON.stringify(missing)}`;
  const shown = names.slice(0, 8).join(", ") + (names.length > 8 ? ", …" : "");
  return `${where} has no ${JSON.stringify(missing)}; it has ${shown || "nothing"}`;
}
