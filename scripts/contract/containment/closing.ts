// Checks that a value can be sent in the closed world, where an object has only property names that its
// schema declares: `{ "a": 1, "x": 2 }` cannot be sent under `{ properties: { a: {} } }`, although it is
// valid. A schema declares names in all of its branches (`anyOf`, `then`, `$ref`, …), also in those that do
// not apply to the value. An object may have further names if a schema opens it, for example with
// `additionalProperties: true`.
import type { Json, JsonObject } from "../document/document.ts";
import { escapeSegment, isArray, isObject } from "../document/pointer.ts";
import { evaluates, type Part } from "./evaluated-parts.ts";
import { itemLayer } from "./expand-array.ts";
import { declarationOf, propertyLayer } from "./expand-object.ts";
import type { Literal } from "./formula.ts";
import { keywordsOf } from "./keywords.ts";
import { declarationIn, partsInPlace } from "./known-names.ts";
import { layerLiterals, namesOf } from "./object-cell.ts";
import { matches, patternOf } from "./pattern.ts";
import { inner, inPlace, referred, type SchemaNode } from "./schema-node.ts";
import { interpret } from "./interpret.ts";
import { validate } from "./validator.ts";

/** Work of `isAllowedBySome`: a schema that applies, or branches of which one is chosen. */
type Pending = { readonly node: SchemaNode } | { readonly branches: readonly SchemaNode[] };

/** The schemas of one value. */
interface ValueSchemas {
  /** Those that the value must satisfy: they can open an object. */
  readonly applied: readonly SchemaNode[];
  /** Those whose declared names the value may use, with the branches that do not apply. */
  readonly naming: readonly SchemaNode[];
}

/** Declarations are grouped by closed side (`Declaration.group`); here all are of one side. */
const onlySide = 1;

/**
 * Returns true if a sender who knows only `nodes` could send `value`, which is valid under all of them. Tries
 * each valid branch of an `anyOf` in turn: the names may be allowed under one choice of branches.
 */
export function isSendable(nodes: readonly SchemaNode[], value: Json): boolean {
  return isAllowed({ applied: nodes, naming: nodes }, value);
}

function isAllowed(schemas: ValueSchemas, value: Json): boolean {
  if ((!isObject(value) && !isArray(value)) || isDeclared(schemas.naming, value)) return true;
  return isAllowedBySome(
    schemas.applied.map((node) => ({ node })),
    [],
    schemas,
    value,
  );
}

/** True if every name in `value`, at any depth, is declared: the usual case, without a choice of branches. */
function isDeclared(naming: readonly SchemaNode[], value: Json): boolean {
  const parts = distinctParts(naming);
  if (Array.isArray(value))
    return everyItem({ applied: [], naming: parts }, value, (at, item) => isDeclared(at.naming, item));
  if (!isObject(value)) return true;
  const names = parts.map((part) => namesOf(declarationIn(part, onlySide)));
  return Object.keys(value).every((name) => {
    if (!names.some((known) => known.has(name))) return false;
    const inner = value[name] ?? null;
    return typeof inner !== "object" || inner === null || isDeclared(propertiesAt(parts, name), inner);
  });
}

/**
 * Returns `nodes` and their subschemas for the same value, each once: branches of a union often share
 * subschemas.
 */
function distinctParts(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  return nodes.length === 1
    ? partsInPlace(nodes[0]!)
    : [...new Map(nodes.flatMap(partsInPlace).map((part) => [part.key, part])).values()];
}

/**
 * True if some choice of valid branches allows the names in `value`.
 *
 * @param parts  the schemas that apply by the choices made so far
 */
function isAllowedBySome(
  pending: readonly Pending[],
  parts: readonly SchemaNode[],
  schemas: ValueSchemas,
  value: Json,
): boolean {
  const [next, ...others] = pending;
  if (!next) return partsAllow(parts, schemas, value);
  if ("branches" in next) {
    return next.branches.some(
      (node) => isValid(node, value) && isAllowedBySome([{ node }, ...others], parts, schemas, value),
    );
  }
  const { schema, key } = next.node;
  if (typeof schema === "boolean" || parts.some((part) => part.key === key))
    return isAllowedBySome(others, parts, schemas, value);
  // A value that the schema spells out by `const` or `enum` is sent with whatever names it has.
  if (keywordsOf(schema).values.length > 0) return true;
  return isAllowedBySome(
    [...applyingParts(next.node, value), ...others],
    [...parts, next.node],
    schemas,
    value,
  );
}

/** Returns the subschemas that apply to `value` itself; of `anyOf` and `oneOf`, branches to choose from. */
function applyingParts(node: SchemaNode, value: Json): Pending[] {
  if (typeof node.schema === "boolean") return [];
  const { words, lists, single, maps } = keywordsOf(node.schema);
  const each = (name: "allOf" | "anyOf" | "oneOf"): SchemaNode[] =>
    (lists[name] ?? []).map((schema, at) => inPlace(node, schema, `${name}/${at}`));
  const target = words.$ref === undefined ? undefined : referred(node, words.$ref);
  const pending: Pending[] = [...(target ? [target] : []), ...each("allOf")].map((part) => ({ node: part }));
  if (lists.anyOf) pending.push({ branches: each("anyOf") });
  if (lists.oneOf) pending.push({ branches: each("oneOf") });
  if (single.if !== undefined) {
    const branch = isValid(inPlace(node, single.if, "if"), value) ? "then" : "else";
    pending.push({ node: inPlace(node, single[branch] ?? true, branch) });
  }
  for (const [name, schema] of isObject(value) ? (maps.dependentSchemas ?? []) : []) {
    if (Object.hasOwn(value as object, name))
      pending.push({ node: inPlace(node, schema, `dependentSchemas/${escapeSegment(name)}`) });
  }
  return pending;
}

/** True if the chosen `parts` allow the names in `value`, at any depth. */
function partsAllow(parts: readonly SchemaNode[], { applied, naming }: ValueSchemas, value: Json): boolean {
  const namingParts = distinctParts(naming);
  if (Array.isArray(value)) return everyItem({ applied: parts, naming: namingParts }, value, isAllowed);
  if (!isObject(value)) return true;
  const allowed = allowedNames(parts, namingParts, applied.length > 0);
  return Object.entries(value).every(([name, inner = null]) => {
    if (allowed && !allowed.has(name)) return false;
    const rest = unevaluatedSchemas(parts, value, name);
    const schemas = {
      applied: [...propertiesAt(parts, name), ...rest],
      naming: [...propertiesAt(namingParts, name), ...rest],
    };
    return isAllowed(schemas, inner);
  });
}

/** Checks each distinct item once: the search builds arrays of thousands of equal items. */
function everyItem(
  { applied, naming }: ValueSchemas,
  items: readonly Json[],
  check: (schemas: ValueSchemas, item: Json) => boolean,
): boolean {
  const seen = new Set<string>();
  return items.every((item, at) => {
    const rest = unevaluatedSchemas(applied, items, at);
    const schemas = {
      applied: [...itemsAt(applied, at), ...rest],
      naming: [...itemsAt(naming, at), ...rest],
    };
    const keys = [schemas.applied, schemas.naming].map((nodes) => nodes.map((node) => node.key));
    const key = JSON.stringify([keys, item]);
    if (seen.has(key)) return true;
    seen.add(key);
    return check(schemas, item);
  });
}

/**
 * Returns the names that an object may have; undefined if any: a schema opens it, or none of those that apply
 * (of all, if none applies) lists properties.
 */
function allowedNames(
  parts: readonly SchemaNode[],
  namingParts: readonly SchemaNode[],
  hasApplied: boolean,
): ReadonlySet<string> | undefined {
  const own = parts.flatMap((part) =>
    typeof part.schema === "boolean" ? [] : [declarationOf(part, keywordsOf(part.schema), onlySide)],
  );
  const inBranches = namingParts.map((part) => declarationIn(part, onlySide));
  const isOpen = [...own, ...inBranches].some(({ openness }) => openness !== "none");
  if (isOpen || !(hasApplied ? own : inBranches).some(({ lists }) => lists)) return undefined;
  return new Set(inBranches.flatMap(({ names }) => names));
}

const nodesOf = (literals: readonly Literal[]): SchemaNode[] => literals.map(({ node }) => node);

/** Returns the schemas of the item with index `at`. */
function itemsAt(parts: readonly SchemaNode[], at: number): SchemaNode[] {
  return parts.flatMap((part) => {
    const layer =
      typeof part.schema === "boolean" ? undefined : itemLayer(part, keywordsOf(part.schema), onlySide);
    const literal = layer?.prefix[at] ?? layer?.rest;
    return literal ? [literal.node] : [];
  });
}

/** Returns the schemas of the property `name`. */
function propertiesAt(parts: readonly SchemaNode[], name: string): SchemaNode[] {
  return parts.flatMap((part) => {
    const layer =
      typeof part.schema === "boolean" ? undefined : propertyLayer(part, keywordsOf(part.schema), onlySide);
    return layer
      ? nodesOf(layerLiterals(layer, name, (source) => matches(patternOf(source), name) ?? false))
      : [];
  });
}

/** Returns the schemas of unevaluated keywords that apply to the member or item `part`. */
function unevaluatedSchemas(
  parts: readonly SchemaNode[],
  value: JsonObject | readonly Json[],
  part: Part,
): SchemaNode[] {
  const keyword = isArray(value) ? "unevaluatedItems" : "unevaluatedProperties";
  return parts.flatMap((node) => {
    const schema = typeof node.schema === "boolean" ? undefined : keywordsOf(node.schema).single[keyword];
    const applies = schema !== undefined && evaluates(interpret, node, value, part) === false;
    return applies ? [inner(node, schema, keyword)] : [];
  });
}

const isValid = (node: SchemaNode, value: Json): boolean =>
  interpret(node, value) ?? validate(node, value).valid;
