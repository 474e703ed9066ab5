// A schema in its document, with its name: what the search handles in place of raw JSON.
import type { Json, JsonObject } from "../document/document.ts";
import { isSchema, keywordsOf, type Schema } from "./keywords.ts";
import { baseBelow, type Target } from "./reference.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { canonical, digest } from "./structural-key.ts";
import { type Hidden, nothingHidden } from "./view.ts";

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

/** The node of a schema that stands at `pointer`. */
export function nodeAt(scope: Scope, value: Json, pointer: string): SchemaNode {
  return build(scope, isSchema(value) ? value : true, "", nothingHidden, pointer);
}

/** A subschema that applies to a part of the value. */
export function inner(parent: SchemaNode, schema: Schema, step: string): SchemaNode {
  return build(
    parent.scope,
    schema,
    baseBelow(parent.schema, parent.base),
    nothingHidden,
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
  const passed = new Set<Schema>();
  for (let target = standsFor(scope, at, above); target; target = standsFor(scope, at, above)) {
    // A circle that never comes to a schema.
    if (passed.has(at.schema)) break;
    passed.add(at.schema);
    at = target;
  }
  return new NamedWhenAsked(scope, at, above);
}

/** Most nodes are only looked through: a name is made where one is asked for, and throws `Unsearchable` where schemas nest too deeply. */
class NamedWhenAsked implements SchemaNode {
  readonly scope: Scope;
  readonly schema: Schema;
  readonly base: string;
  readonly hidden: Hidden;
  readonly pointer: string;
  readonly #above: Hidden;
  #key: string | undefined;

  constructor(scope: Scope, { schema, base, pointer }: Target, above: Hidden) {
    this.scope = scope;
    this.schema = schema;
    this.base = base;
    this.pointer = pointer;
    this.hidden = scope.hiddenBy(schema, base, above);
    this.#above = above;
  }

  get key(): string {
    return (this.#key ??= this.scope.nameOf(this.schema, this.base, this.#above));
  }
}

/** What a schema says when that is all it says: what its `$ref` names, or the one schema that its union or `allOf` lists. */
function standsFor(scope: Scope, at: Target, above: Hidden): Target | undefined {
  if (typeof at.schema === "boolean") return undefined;
  const { words, lists } = keywordsOf(at.schema);
  if (words.$ref !== undefined) {
    return isAlone(at.schema, "words", scope)
      ? scope.resolve(words.$ref, baseBelow(at.schema, at.base))
      : undefined;
  }
  const keyword = (["allOf", "anyOf", "oneOf"] as const).find((name) => lists[name] !== undefined);
  if (keyword === undefined || !isAlone(at.schema, "lists", scope) || at.schema["$id"] !== undefined)
    return undefined;
  const [only, ...others] = lists[keyword] ?? [];
  if (only === undefined || (keyword === "oneOf" && others.length > 0)) return undefined;
  const name = others.length > 0 ? scope.nameOf(only, at.base, above) : "";
  if (others.some((other) => scope.nameOf(other, at.base, above) !== name)) return undefined;
  return { schema: only, base: at.base, pointer: `${at.pointer}/${keyword}/0` };
}

/** Whether a schema has one keyword, of the given group; that it follows the dialect of all others is nothing. */
function isAlone(schema: JsonObject, group: "words" | "lists", scope: Scope): boolean {
  const all = keywordsOf(schema);
  const { $schema, ...words } = all.words;
  const keywords = {
    ...all,
    words: $schema !== undefined && scope.foreignWord(schema) !== undefined ? all.words : words,
  };
  const { types, values, required, dependentRequired, uniqueItems } = keywords;
  return (
    (["words", "numbers", "single", "lists", "maps"] as const).every(
      (name) => Object.keys(keywords[name]).length === (name === group ? 1 : 0),
    ) &&
    !types &&
    values.length + required.length + dependentRequired.size === 0 &&
    !uniqueItems
  );
}

const synthetic = scopeOf({}, "none");
const withoutKeyword = new WeakMap<JsonObject, Map<string, JsonObject>>();

/** A node for a schema without references, made up by the search itself. */
export function madeUp(schema: JsonObject): SchemaNode {
  return {
    scope: synthetic,
    schema,
    base: "",
    hidden: nothingHidden,
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
  const { scope, base, hidden, pointer } = node;
  return { scope, schema: copy, base, hidden, pointer, key: scope.nameOf(copy, base, hidden) };
}
