// A parent that lists its children in `oneOf`, and children that take the parent in by `allOf`: written by many, and by the
// letter a circle without end. What is meant is the parent's own fields, so a child gets those in place of the reference.
import { copyJson } from "./copy-json.ts";
import { defineMember } from "./define-member.ts";
import type { Json, JsonObject } from "./document.ts";
import type { Origins } from "./origins.ts";
import { childPointer, follow, isArray, isObject, type Located, refOf } from "./pointer.ts";
import { inPlaceSchemas } from "./schema-circles.ts";
import { pointerOf, walkDocument } from "./walk.ts";

/** What a parent says of its children. */
const children: ReadonlySet<string> = new Set(["oneOf", "anyOf", "discriminator"]);

/** Changes a document, whose references are all local, where it stands. */
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

/** Without a discriminator nothing says that a parent is meant. */
function isUnion(place: Located): place is Located<JsonObject> {
  const { node } = place;
  return (
    isObject(node) && isObject(node["discriminator"]) && (isArray(node["oneOf"]) || isArray(node["anyOf"]))
  );
}

/** All that the alternatives of a union apply to the value that the union is applied to. */
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
