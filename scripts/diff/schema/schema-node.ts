// A schema in its document, with its name: what the search handles in place of raw JSON.
import type { Json, JsonObject } from "../../document/document.ts";
import { isSchema, keywordsOf, type Schema } from "./keywords.ts";
import { baseBelow } from "./reference.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { canonical, digest } from "./structural-key.ts";
import { type Hidden, NOTHING_HIDDEN } from "./view.ts";

/** See the head of this file. */
export interface SchemaNode {
  readonly scope: Scope;
  readonly schema: Schema;
  readonly base: string;
  readonly hidden: Hidden;
  /** Equal for schemas that mean the same by their very structure, across documents. */
  readonly key: string;
  readonly pointer: string;
}

/** Follows chains of bare references no further than this; longer ones lead in a circle. */
const HOP_LIMIT = 50;

/** The node of a schema that stands at `pointer`. */
export function nodeAt(scope: Scope, value: Json, pointer: string): SchemaNode {
  return build(scope, isSchema(value) ? value : true, "", NOTHING_HIDDEN, pointer);
}

/** A subschema that applies to a part of the value. */
export function inner(parent: SchemaNode, schema: Schema, step: string): SchemaNode {
  return build(
    parent.scope,
    schema,
    baseBelow(parent.schema, parent.base),
    NOTHING_HIDDEN,
    `${parent.pointer}/${step}`,
  );
}

/** A subschema that applies to the same value. */
export function inPlace(parent: SchemaNode, schema: Schema, step: string): SchemaNode {
  return build(
    parent.scope,
    schema,
    baseBelow(parent.schema, parent.base),
    parent.hidden,
    `${parent.pointer}/${step}`,
  );
}

/** What the node's `$ref` leads to. */
export function referred(node: SchemaNode, reference: string): SchemaNode | undefined {
  const target = node.scope.resolve(reference, baseBelow(node.schema, node.base));
  return target && build(node.scope, target.schema, target.base, node.hidden, target.pointer);
}

function build(scope: Scope, schema: Schema, base: string, above: Hidden, pointer: string): SchemaNode {
  let at = { schema, base, pointer };
  for (let hop = 0; hop < HOP_LIMIT; hop += 1) {
    const reference = bareReference(at.schema);
    const target =
      reference === undefined ? undefined : scope.resolve(reference, baseBelow(at.schema, at.base));
    if (!target) break;
    at = target;
  }
  const key = scope.nameOf(at.schema, at.base, above);
  return { scope, ...at, hidden: scope.hiddenBy(at.schema, at.base, above), key };
}

function bareReference(schema: Schema): string | undefined {
  if (typeof schema === "boolean" || typeof schema["$ref"] !== "string") return undefined;
  const { words, numbers, single, lists, maps, types, values, required, dependentRequired, uniqueItems } =
    keywordsOf(schema);
  const alone =
    Object.keys(words).length === 1 &&
    [numbers, single, lists, maps].every((group) => Object.keys(group).length === 0) &&
    !types &&
    values.length + required.length + dependentRequired.size === 0 &&
    !uniqueItems;
  return alone ? words.$ref : undefined;
}

const synthetic = scopeOf({}, "none");
const withoutKeyword = new WeakMap<JsonObject, Map<string, JsonObject>>();

/** A node for a schema without references, made up by the search itself. */
export function madeUp(schema: JsonObject): SchemaNode {
  return {
    scope: synthetic,
    schema,
    base: "",
    hidden: NOTHING_HIDDEN,
    key: digest(canonical(schema)),
    pointer: "",
  };
}

/** The same schema with one keyword left out. */
export function without(node: SchemaNode, keyword: string): SchemaNode {
  if (typeof node.schema === "boolean") return node;
  let copies = withoutKeyword.get(node.schema);
  if (!copies) withoutKeyword.set(node.schema, (copies = new Map<string, JsonObject>()));
  let copy = copies.get(keyword);
  if (!copy) {
    const kept = Object.entries(node.schema).filter(([name]) => name !== keyword);
    copies.set(keyword, (copy = Object.fromEntries(kept)));
  }
  return { ...node, schema: copy, key: node.scope.nameOf(copy, node.base, node.hidden) };
}
