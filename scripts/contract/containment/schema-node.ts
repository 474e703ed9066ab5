// A schema in its document, with its key: the search uses it instead of raw JSON.
import type { Json, JsonObject } from "../document/document.ts";
import { isSchema, keywordsOf, type Schema } from "./keywords.ts";
import { baseBelow, type Target } from "./reference.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { canonical, digest } from "./structural-key.ts";
import { type Hidden, nothingHidden } from "./view.ts";

/** A schema with its scope, location and key. */
export interface SchemaNode {
  readonly scope: Scope;
  readonly schema: Schema;
  readonly base: string;
  readonly hidden: Hidden;
  /** Equal for structurally equivalent schemas, across documents. */
  readonly key: string;
  readonly pointer: string;
}

/** Returns the node of a schema at `pointer`. */
export function nodeAt(scope: Scope, value: Json, pointer: string): SchemaNode {
  return build(scope, isSchema(value) ? value : true, "", nothingHidden, pointer);
}

/** Returns a subschema that applies to a part of the value. */
export function inner(parent: SchemaNode, schema: Schema, step: string): SchemaNode {
  return build(
    parent.scope,
    schema,
    baseBelow(parent.schema, parent.base),
    nothingHidden,
    `${parent.pointer}/${step}`,
  );
}

/** Returns a subschema that applies to the same value. */
export function inPlace(parent: SchemaNode, schema: Schema, step: string): SchemaNode {
  return build(
    parent.scope,
    schema,
    baseBelow(parent.schema, parent.base),
    parent.hidden,
    `${parent.pointer}/${step}`,
  );
}

/** Returns the target of the node's `$ref`. */
export function referred(node: SchemaNode, reference: string): SchemaNode | undefined {
  const target = node.scope.resolve(reference, baseBelow(node.schema, node.base));
  return target && build(node.scope, target.schema, target.base, node.hidden, target.pointer);
}

function build(scope: Scope, schema: Schema, base: string, above: Hidden, pointer: string): SchemaNode {
  let at = { schema, base, pointer };
  const passed = new Set<Schema>();
  for (let target = standsFor(scope, at, above); target; target = standsFor(scope, at, above)) {
    // A reference cycle without a schema.
    if (passed.has(at.schema)) break;
    passed.add(at.schema);
    at = target;
  }
  return new NamedWhenAsked(scope, at, above);
}

/**
 * A node whose key is computed on demand: most nodes are only traversed. The key throws `Unsearchable` if
 * schemas nest too deeply.
 */
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

/**
 * Returns the schema that a wrapper stands for, if it contains nothing else: the target of its `$ref`, or the
 * only schema of its union or `allOf`.
 */
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

/**
 * True if a schema has only one keyword, of the given group; a `$schema` equal to the document's dialect does
 * not count.
 */
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

/** Returns a node for a schema without references that the search itself constructs. */
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

/** Returns the same schema without one keyword. */
export function without(node: SchemaNode, keyword: string): SchemaNode {
  if (typeof node.schema === "boolean") return node;
  let copies = withoutKeyword.get(node.schema);
  if (!copies) withoutKeyword.set(node.schema, (copies = new Map<string, JsonObject>()));
  let copy = copies.get(keyword);
  if (!copy) {
    const kept = Object.entries(node.schema).filter(([name]) => name !== keyword);
    copies.set(keyword, (copy = Object.fromEntries(kept)));
  }
  // What is left may be a reference alone, which has the key of its target and so must be the target.
  return build(node.scope, copy, node.base, node.hidden, node.pointer);
}
