// Breaks the cycle between a parent that lists its children in `oneOf` and children that include the parent
// by `allOf`. The pattern is common, but taken literally never terminates. Its intent is the parent's own
// fields, so they replace the child's reference.
import { copyJson } from "./copy-json.ts";
import { defineMember } from "./define-member.ts";
import type { Json, JsonObject } from "./document.ts";
import type { Origins } from "./origins.ts";
import { childPointer, follow, isArray, isObject, type Located, refOf } from "./pointer.ts";
import { inPlaceSchemas } from "./schema-circles.ts";
import { pointerOf, walkDocument } from "./walk.ts";

/** Keywords of a parent that refer to its children. */
const children: ReadonlySet<string> = new Set(["oneOf", "anyOf", "discriminator"]);

/** Rewrites a document in place, whose references are all local. */
export function openParentCircles(root: JsonObject, origins: Origins): void {
  const reached = new Map<JsonObject, ReadonlySet<Json>>();
  const found: { list: readonly Json[]; index: number; pointer: string; parent: Located<JsonObject> }[] = [];
  walkDocument(root, (visit) => {
    const { type, node } = visit;
    const list = type === "schema" && isObject(node) ? node["allOf"] : undefined;
    if (!isArray(list)) return;
    for (const [index, item] of list.entries()) {
      if (!isObject(item) || refOf(item) === undefined || Object.keys(item).length > 1) continue;
      const parent = follow(root, { pointer: "", node: item });
      if (!isUnion(parent) || !childrenOf(root, parent, reached).has(node)) continue;
      found.push({ list, index, pointer: childPointer(pointerOf(visit), "allOf", index), parent });
    }
  });
  for (const { list, index, pointer, parent } of found) {
    const own = Object.entries(copyJson(parent.node) as JsonObject).filter(([key]) => !children.has(key));
    defineMember(list, String(index), Object.fromEntries(own));
    origins.set(pointer, origins.originOf(parent.pointer));
  }
}

/** Returns true for a union with a discriminator: without one, nothing shows that a parent is meant. */
function isUnion(place: Located): place is Located<JsonObject> {
  const { node } = place;
  return (
    isObject(node) && isObject(node["discriminator"]) && (isArray(node["oneOf"]) || isArray(node["anyOf"]))
  );
}

/** Returns every schema that the alternatives of a union apply to the same value. */
function childrenOf(
  root: JsonObject,
  { pointer, node }: Located<JsonObject>,
  known: Map<JsonObject, ReadonlySet<Json>>,
): ReadonlySet<Json> {
  const before = known.get(node);
  if (before !== undefined) return before;
  const { oneOf, anyOf } = node;
  const alternatives: JsonObject = { ...(oneOf && { oneOf }), ...(anyOf && { anyOf }) };
  const reached = new Set<Json>();
  const open: [string, Json][] = [...inPlaceSchemas(root, pointer, alternatives)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, schema] = next;
    if (!isObject(schema) || reached.has(schema)) continue;
    reached.add(schema);
    for (const one of inPlaceSchemas(root, at, schema)) open.push(one);
  }
  known.set(node, reached);
  return reached;
}
