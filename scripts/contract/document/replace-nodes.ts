// A document with some of its objects replaced.
import type { Json, JsonObject } from "./document.ts";
import { isArray, isObject } from "./pointer.ts";

/** A copy; what holds none of the replaced objects is shared. */
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
