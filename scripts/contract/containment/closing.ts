// Checks a value under the closed reading: true if every object in it has only names that its schema makes
// known.
import type { Json } from "../document/document.ts";
import { escapeSegment, isArray, isObject } from "../document/pointer.ts";
import { itemLayer } from "./expand-array.ts";
import { declarationOf, propertyLayer } from "./expand-object.ts";
import type { Literal } from "./formula.ts";
import { keywordsOf } from "./keywords.ts";
import { declarationIn, partsInPlace } from "./known-names.ts";
import { layerLiterals, namesOf } from "./object-cell.ts";
import { matches, patternOf } from "./pattern.ts";
import { inPlace, referred, type SchemaNode } from "./schema-node.ts";
import { interpret } from "./interpret.ts";
import { validate } from "./validator.ts";

/** Schemas still to be merged: all of them, or one of several. */
type Pending = { readonly all: SchemaNode } | { readonly oneOf: readonly SchemaNode[] };

/** The schemas of one value: those that apply, and those that make names known. */
interface Sent {
  readonly applied: readonly SchemaNode[];
  readonly naming: readonly SchemaNode[];
}

/**
 * Returns true if a sender who knows only `nodes` could send `value`, which is valid under all of them.
 *
 * Names are known from every branch; what opens an object is searched in the branches that apply, and in one
 * of each `anyOf` at a time.
 */
export function isSendable(nodes: readonly SchemaNode[], value: Json): boolean {
  return isSent({ applied: nodes, naming: nodes }, value);
}

function isSent(sent: Sent, value: Json): boolean {
  if ((!isObject(value) && !isArray(value)) || isNamed(sent.naming, value)) return true;
  return merge(
    sent.applied.map((node) => ({ all: node })),
    [],
    sent,
    value,
  );
}

/** True if every name in `value`, at any depth, is known: nothing has to open it then. */
function isNamed(naming: readonly SchemaNode[], value: Json): boolean {
  const parts = distinctParts(naming);
  if (Array.isArray(value))
    return everyItem({ applied: [], naming: parts }, value, (at, item) => isNamed(at.naming, item));
  if (!isObject(value)) return true;
  const names = parts.map((part) => namesOf(declarationIn(part, 1)));
  return Object.keys(value).every((name) => {
    if (!names.some((known) => known.has(name))) return false;
    const inner = value[name] ?? null;
    return typeof inner !== "object" || inner === null || isNamed(propertiesAt(parts, name), inner);
  });
}

/** Returns the parts of `nodes` in place, each once: branches of a union often have parts in common. */
function distinctParts(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  return nodes.length === 1
    ? partsInPlace(nodes[0]!)
    : [...new Map(nodes.flatMap(partsInPlace).map((part) => [part.key, part])).values()];
}

function merge(pending: readonly Pending[], parts: readonly SchemaNode[], sent: Sent, value: Json): boolean {
  const [next, ...others] = pending;
  if (!next) return partsAllow(parts, sent, value);
  if ("oneOf" in next) {
    return next.oneOf.some(
      (node) => isValid(node, value) && merge([{ all: node }, ...others], parts, sent, value),
    );
  }
  const { schema } = next.all;
  if (typeof schema === "boolean" || parts.some(({ key }) => key === next.all.key))
    return merge(others, parts, sent, value);
  // A value given by `const` or `enum` is sent as it is.
  if (keywordsOf(schema).values.length > 0) return true;
  return merge([...inPlaceParts(next.all, value), ...others], [...parts, next.all], sent, value);
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
    const branch = isValid(inPlace(node, single.if, "if"), value) ? "then" : "else";
    pending.push({ all: inPlace(node, single[branch] ?? true, branch) });
  }
  for (const [name, schema] of isObject(value) ? (maps.dependentSchemas ?? []) : []) {
    if (Object.hasOwn(value as object, name))
      pending.push({ all: inPlace(node, schema, `dependentSchemas/${escapeSegment(name)}`) });
  }
  return pending;
}

function partsAllow(parts: readonly SchemaNode[], { applied, naming }: Sent, value: Json): boolean {
  const known = distinctParts(naming);
  if (Array.isArray(value)) return everyItem({ applied: parts, naming: known }, value, isSent);
  if (!isObject(value)) return true;
  const allowed = knownNames(parts, known, applied.length > 0);
  return Object.entries(value).every(([name, inner = null]) => {
    if (allowed && !allowed.has(name)) return false;
    return isSent({ applied: propertiesAt(parts, name), naming: propertiesAt(known, name) }, inner);
  });
}

/** Checks each distinct item once: a witness of thousands of items repeats one item. */
function everyItem(
  { applied, naming }: Sent,
  items: readonly Json[],
  check: (sent: Sent, item: Json) => boolean,
): boolean {
  const seen = new Set<string>();
  return items.every((item, at) => {
    const sent = { applied: itemsAt(applied, at), naming: itemsAt(naming, at) };
    const keys = [sent.applied, sent.naming].map((nodes) => nodes.map((node) => node.key));
    const key = JSON.stringify([keys, item]);
    if (seen.has(key)) return true;
    seen.add(key);
    return check(sent, item);
  });
}

/** Returns the names that may be sent; undefined if any may. */
function knownNames(
  parts: readonly SchemaNode[],
  known: readonly SchemaNode[],
  hasApplied: boolean,
): ReadonlySet<string> | undefined {
  const own = parts.flatMap((part) =>
    typeof part.schema === "boolean" ? [] : [declarationOf(part, keywordsOf(part.schema), 1)],
  );
  const inBranches = known.map((part) => declarationIn(part, 1));
  const isOpen = [...own, ...inBranches].some(({ openness }) => openness !== "none");
  if (isOpen || !(hasApplied ? own : inBranches).some(({ lists }) => lists)) return undefined;
  return new Set(inBranches.flatMap(({ names }) => names));
}

const nodesOf = (literals: readonly Literal[]): SchemaNode[] => literals.map(({ node }) => node);

function itemsAt(parts: readonly SchemaNode[], at: number): SchemaNode[] {
  return parts.flatMap((part) => {
    const layer = typeof part.schema === "boolean" ? undefined : itemLayer(part, keywordsOf(part.schema), 1);
    const literal = layer?.prefix[at] ?? layer?.rest;
    return literal ? [literal.node] : [];
  });
}

function propertiesAt(parts: readonly SchemaNode[], name: string): SchemaNode[] {
  return parts.flatMap((part) => {
    const layer =
      typeof part.schema === "boolean" ? undefined : propertyLayer(part, keywordsOf(part.schema), 1);
    return layer
      ? nodesOf(layerLiterals(layer, name, (source) => matches(patternOf(source), name) ?? false))
      : [];
  });
}

const isValid = (node: SchemaNode, value: Json): boolean =>
  interpret(node, value) ?? validate(node, value).valid;
