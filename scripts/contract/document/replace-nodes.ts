// Replaces some objects of a document in a copy.
import type { Json, JsonObject } from "./document.ts";
import { isArray, isObject } from "./pointer.ts";

/** Returns a copy of the document; subtrees without replaced objects are shared with the original. */
export function replaceNodes(
  root: JsonObject,
  replace: (node: JsonObject) => JsonObject | undefined,
): JsonObject {
  const copy = (node: Json): Json => {
    if (isArray(node)) {
      const items = node.map(copy);
      return items.some((item, index) => item !== node[index]) ? items : node;
    }
    return isObject(node) ? copyObject(node) : node;
  };
  const copyObject = (node: JsonObject): JsonObject => {
    const replaced = replace(node) ?? node;
    let changed = replaced !== node;
    const members = Object.entries(replaced).map(([key, value]): [string, Json | undefined] => {
      const next = value === undefined ? value : copy(value);
      changed ||= next !== value;
      return [key, next];
    });
    return changed ? Object.fromEntries(members) : node;
  };
  return copyObject(root);
}
