// Checks the closed reading on a value: whether every object in it carries only names that its schema declares.
import type { Json } from "../../document/document.ts";
import { itemLayer } from "./expand-array.ts";
import { declarationOf, propertyLayer } from "./expand-object.ts";
import type { Literal } from "./formula.ts";
import { isObject, keywordsOf } from "./keywords.ts";
import { layerLiterals } from "./object-cell.ts";
import { matches, patternOf } from "./pattern.ts";
import { inPlace, referred, type SchemaNode } from "./schema-node.ts";
import { validate } from "./validator.ts";

/** Schemas still to be merged: all of these, or one of several. */
type Pending = { readonly all: SchemaNode } | { readonly oneOf: readonly SchemaNode[] };

/**
 * Whether `value`, valid under all of `nodes`, is something that a sender who knows only them would send.
 *
 * `nodes` are merged (with `allOf`, `$ref`, the branches that apply) before names are counted, branch by branch.
 */
export function isSendable(nodes: readonly SchemaNode[], value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  return merge(
    nodes.map((node) => ({ all: node })),
    [],
    value,
  );
}

function merge(pending: readonly Pending[], parts: readonly SchemaNode[], value: Json): boolean {
  const [next, ...others] = pending;
  if (!next) return partsAllow(parts, value);
  if ("oneOf" in next) {
    return next.oneOf.some(
      (node) => validate(node, value).valid && merge([{ all: node }, ...others], parts, value),
    );
  }
  const { schema } = next.all;
  if (typeof schema === "boolean" || parts.some(({ key }) => key === next.all.key))
    return merge(others, parts, value);
  // A value that is spelled out is sent as it is.
  if (keywordsOf(schema).values.length > 0) return true;
  return merge([...inPlaceParts(next.all, value), ...others], [...parts, next.all], value);
}

function inPlaceParts(node: SchemaNode, value: Json): Pending[] {
  if (typeof node.schema === "boolean") return [];
  const { words, lists, single, maps } = keywordsOf(node.schema);
  const each = (name: "allOf" | "anyOf" | "oneOf"): SchemaNode[] =>
    (lists[name] ?? []).map((schema, at) => inPlace(node, schema, `${name}/${at}`));
  const target = words.$ref === undefined ? undefined : referred(node, words.$ref);
  const pending: Pending[] = [...(target ? [target] : []), ...each("allOf")].map((all) => ({ all }));
  if (lists.anyOf) pending.push({ oneOf: each("anyOf") });
  if (lists.oneOf) pending.push({ oneOf: each("oneOf") });
  if (single.if !== undefined) {
    const branch = validate(inPlace(node, single.if, "if"), value).valid ? "then" : "else";
    pending.push({ all: inPlace(node, single[branch] ?? true, branch) });
  }
  for (const [name, schema] of isObject(value) ? (maps.dependentSchemas ?? []) : []) {
    if (Object.hasOwn(value as object, name))
      pending.push({ all: inPlace(node, schema, `dependentSchemas/${name}`) });
  }
  return pending;
}

function partsAllow(parts: readonly SchemaNode[], value: Json): boolean {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    // A witness of thousands of items is one item many times over: what was looked at once need not be again.
    const seen = new Set<string>();
    return items.every((item, at) => {
      const nodes = nodesOf(parts.flatMap((part) => itemAt(part, at)));
      const key = JSON.stringify([nodes.map((node) => node.key), item]);
      if (seen.has(key)) return true;
      seen.add(key);
      return isSendable(nodes, item);
    });
  }
  if (!isObject(value)) return true;
  const allowed = declaredNames(parts);
  return Object.entries(value).every(([name, inner = null]) => {
    if (allowed && !allowed.has(name)) return false;
    return isSendable(nodesOf(parts.flatMap((part) => propertyAt(part, name))), inner);
  });
}

const nodesOf = (literals: readonly Literal[]): SchemaNode[] => literals.map(({ node }) => node);

/** The names that may be sent, or nothing when any may. */
function declaredNames(parts: readonly SchemaNode[]): ReadonlySet<string> | undefined {
  const declarations = parts.flatMap((part) =>
    typeof part.schema === "boolean" ? [] : [declarationOf(part, keywordsOf(part.schema), 1)],
  );
  const isOpen = declarations.some(({ openness }) => openness !== "none");
  if (isOpen || !declarations.some(({ lists }) => lists)) return undefined;
  return new Set(declarations.flatMap(({ names }) => names));
}

function itemAt(part: SchemaNode, at: number): Literal[] {
  if (typeof part.schema === "boolean") return [];
  const layer = itemLayer(part, keywordsOf(part.schema), 1);
  const literal = layer?.prefix[at] ?? layer?.rest;
  return literal ? [literal] : [];
}

function propertyAt(part: SchemaNode, name: string): Literal[] {
  if (typeof part.schema === "boolean") return [];
  const layer = propertyLayer(part, keywordsOf(part.schema), 1);
  return layer ? layerLiterals(layer, name, (source) => matches(patternOf(source), name) ?? false) : [];
}
