// Copies of schemas with one keyword changed somewhere inside.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { targetOf } from "../../containment/schema-part.ts";
import type { Hop } from "./constraint.ts";

/**
 * Returns a copy along `hops`, with the schema at their end edited; other references stay references.
 * Undefined if the hops lead nowhere.
 */
export function rewritten(
  root: JsonObject,
  schema: Json,
  hops: readonly Hop[],
  edit: (schema: JsonObject) => Json,
): Json | undefined {
  const [hop, ...rest] = hops;
  if (hop === undefined) return isObject(schema) ? edit(schema) : undefined;
  if (!isObject(schema)) return undefined;
  if (hop === "$ref") {
    const target = targetOf(root, schema);
    const inner = target && rewritten(root, target.schema, rest, edit);
    return inner === undefined ? undefined : inPlaceOfReference(schema, inner);
  }
  return along(schema, hop, (node) => rewritten(root, node, rest, edit));
}

/** Keywords next to `$ref` apply, too. */
function inPlaceOfReference(schema: JsonObject, inner: Json): Json {
  const beside = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== "$ref"));
  if (Object.keys(beside).length === 0) return inner;
  const all = isArray(beside["allOf"]) ? beside["allOf"] : [];
  return { ...beside, allOf: [...all, inner] };
}

function along(
  node: Json,
  keys: readonly (string | number)[],
  edit: (node: Json) => Json | undefined,
): Json | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return edit(node);
  if (typeof key === "number") {
    const item = isArray(node) ? node[key] : undefined;
    const made = item === undefined ? undefined : along(item, rest, edit);
    return made === undefined || !isArray(node) ? undefined : node.with(key, made);
  }
  const member = isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  const made = member === undefined ? undefined : along(member, rest, edit);
  return made === undefined || !isObject(node) ? undefined : withMember(node, key, made);
}

/** Returns a copy with one member replaced; `__proto__` is treated like any other member. */
function withMember(node: JsonObject, key: string, value: Json): JsonObject {
  return Object.fromEntries(
    Object.entries(node).map(([name, member]): [string, Json | undefined] => [
      name,
      name === key ? value : member,
    ]),
  );
}

/** Returns a schema without some keywords, and without those that have no effect alone. */
export function without(schema: JsonObject, ...keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !keywords.includes(name)));
}
