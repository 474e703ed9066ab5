// The names that a closed side may send: those that any in-place subschema declares or requires.
import { escapeSegment } from "../document/pointer.ts";
import { itemLayer } from "./expand-array.ts";
import { declarationOf, propertyLayer } from "./expand-object.ts";
import {
  type Declaration,
  type Formula,
  type ItemLayer,
  type JsonType,
  type Literal,
  type Naming,
  naming,
  type PropertyLayer,
} from "./formula.ts";
import { keywordsWith } from "../vocabulary.ts";
import { keywordsOf, type Keywords, type Schema } from "./keywords.ts";
import { inner, inPlace, referred, type SchemaNode } from "./schema-node.ts";
import type { Scope } from "./scope.ts";
import { digest } from "./structural-key.ts";

const closures = new WeakMap<Scope, Map<string, readonly SchemaNode[]>>();

/**
 * Returns `node` and every subschema that applies to the same value, in any branch; `not` and `if` declare
 * nothing.
 */
export function partsInPlace(node: SchemaNode): readonly SchemaNode[] {
  const known = closuresOf(node.scope);
  let parts = known.get(node.key);
  if (!parts) known.set(node.key, (parts = closure(node)));
  return parts;
}

function closuresOf(scope: Scope): Map<string, readonly SchemaNode[]> {
  let known = closures.get(scope);
  if (!known) closures.set(scope, (known = new Map<string, readonly SchemaNode[]>()));
  return known;
}

function closure(node: SchemaNode): readonly SchemaNode[] {
  const parts = new Map<string, SchemaNode>();
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.schema === "boolean" || parts.has(next.key)) continue;
    parts.set(next.key, next);
    const { words, lists } = keywordsOf(next.schema);
    const target = words.$ref === undefined ? undefined : referred(next, words.$ref);
    if (target) open.push(target);
    for (const [at, schema] of (lists.allOf ?? []).entries()) open.push(inPlace(next, schema, `allOf/${at}`));
    for (const branch of branchesOf(next)) open.push(branch);
  }
  return [...parts.values()];
}

/** Returns the in-place subschemas of a schema that may or may not apply. */
function branchesOf(node: SchemaNode): SchemaNode[] {
  if (typeof node.schema === "boolean") return [];
  const { lists, single, maps } = keywordsOf(node.schema);
  const branches: [step: string, schema: Schema | undefined][] = [
    ...(lists.anyOf ?? []).map((schema, at): [string, Schema] => [`anyOf/${at}`, schema]),
    ...(lists.oneOf ?? []).map((schema, at): [string, Schema] => [`oneOf/${at}`, schema]),
    ["then", single.if === undefined ? undefined : single.then],
    ["else", single.if === undefined ? undefined : single.else],
    ...[...(maps.dependentSchemas ?? [])].map(([name, schema]): [string, Schema] => [
      `dependentSchemas/${escapeSegment(name)}`,
      schema,
    ]),
  ];
  return branches.flatMap(([step, schema]) => (schema === undefined ? [] : [inPlace(node, schema, step)]));
}

/**
 * Returns at most one literal for each closed side, which declares the names that `names` declare and
 * `closed`, the accepting literals of closed sides, do not. In unions that contain one another, every branch
 * names the same parts, once for each path to them; this way, goals with the same names are equal.
 */
export function jointNames(names: readonly Literal[], closed: readonly Literal[]): readonly Literal[] {
  return [...new Set(names.map(({ group }) => group))].flatMap((group) => {
    const isOpen = names.some((one) => one.group === group && one.namesOnly === "open");
    const known = new Set(isOpen ? [] : partsOf(closed, group).map(({ key }) => key));
    const parts = new Map<string, SchemaNode>();
    for (const part of partsOf(names, group)) if (!known.has(part.key)) parts.set(part.key, part);
    const node = jointNode([...parts.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)));
    return node ? [naming(node, group, isOpen ? "open" : "declared")] : [];
  });
}

const partsOf = (literals: readonly Literal[], group: number): readonly SchemaNode[] =>
  literals.flatMap((one) => (one.group === group ? namingParts(one.node) : []));

/** Returns a node that accepts everything and has `parts` in place. */
function jointNode(parts: readonly SchemaNode[]): SchemaNode | undefined {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first;
  const key = `names ${digest(parts.map((part) => part.key).join(" "))}`;
  closuresOf(first.scope).set(key, parts);
  const { scope, base, hidden, pointer } = first;
  return { scope, schema: true, base, hidden, key, pointer };
}

/** Returns the parts in place that declare names themselves; a union of references does not. */
function namingParts(node: SchemaNode): readonly SchemaNode[] {
  const parts = partsInPlace(node);
  let known = namers.get(parts);
  if (!known) namers.set(parts, (known = parts.filter(mayName)));
  return known;
}

const namers = new WeakMap<readonly SchemaNode[], readonly SchemaNode[]>();

function mayName({ schema }: SchemaNode): boolean {
  if (typeof schema === "boolean") return false;
  const { maps, single, lists, required, dependentRequired } = keywordsOf(schema);
  const applicators = [maps, single, lists].flatMap((group) => Object.keys(group));
  return (
    applicators.some((keyword) => !applyInPlace.has(keyword)) || required.length + dependentRequired.size > 0
  );
}

const applyInPlace: ReadonlySet<string> = new Set(keywordsWith({ applies: "in place" }));

/** Returns the declarations of a schema that applies on a closed side: its own, and those of its branches. */
export function declared(node: SchemaNode, type: JsonType, group: number): Formula[] {
  if (group === 0) return [];
  return [...ownDeclaration(node, type, group), ...named(branchesOf(node), type, group)];
}

/** Returns a schema's own declaration. */
function ownDeclaration(node: SchemaNode, type: JsonType, group: number): Formula[] {
  if (group === 0 || type !== "object") return [];
  const silent: Declaration = { group, names: [], lists: false, openness: "none", applies: true };
  if (typeof node.schema === "boolean") return [{ is: "declares", declaration: silent }];
  const keywords = keywordsOf(node.schema);
  // A value given by `const` or `enum` is sent as it is.
  const spelledOut: Declaration = { ...silent, openness: "patterns" };
  const declaration = keywords.values.length > 0 ? spelledOut : declarationOf(node, keywords, group);
  return [{ is: "declares", declaration }];
}

/** Returns the declarations of `nodes`, which need not apply, for a value and its parts. */
export function named(
  nodes: readonly SchemaNode[],
  type: JsonType,
  group: number,
  as: Naming = "declared",
): Formula[] {
  if (type !== "object" && type !== "array") return [];
  const parts = new Map(nodes.flatMap(partsInPlace).map((part) => [part.key, part]));
  const all = [...parts.values()];
  if (type === "array") return mergedItems(all.flatMap((part) => namedItems(part, group, as)));
  const properties = mergedProperties(all.flatMap((part) => namedProperties(part, group, as)));
  return [...namesIn(all, group, as === "open"), ...properties];
}

/** Merges equal declarations: a union can have very many branches. */
function namesIn(parts: readonly SchemaNode[], group: number, isOpen: boolean): Formula[] {
  const alike = new Map<string, Declaration[]>();
  for (const declaration of parts.map((part) => declarationIn(part, group))) {
    const { names, lists, openness } = declaration;
    if (names.length === 0 && openness === "none") continue;
    const key = `${lists} ${openness}`;
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [declaration]);
    else others.push(declaration);
  }
  return [...alike.values()].map((declarations): Formula => {
    const names = declarations.length === 1 ? declarations[0]!.names : uniqueNames(declarations);
    return { is: "declares", declaration: { ...declarations[0]!, names, isOpen } };
  });
}

const uniqueNames = (declarations: readonly Declaration[]): readonly string[] => [
  ...new Set(declarations.flatMap(({ names }) => names)),
];

/** Returns the declaration of a schema that need not apply; one that forbids further names opens nothing. */
export function declarationIn(node: SchemaNode, group: number): Declaration {
  let known = declarations.get(node);
  if (!known) declarations.set(node, (known = new Map<number, Declaration>()));
  let declaration = known.get(group);
  if (!declaration) known.set(group, (declaration = readDeclaration(node, group)));
  return declaration;
}

/** Values are compared with the same few schemas, object by object. */
const declarations = new WeakMap<SchemaNode, Map<number, Declaration>>();

function readDeclaration(node: SchemaNode, group: number): Declaration {
  const silent: Declaration = { group, names: [], lists: false, openness: "none", applies: false };
  if (typeof node.schema === "boolean") return silent;
  const keywords = keywordsOf(node.schema);
  const { openness, ...declaration } = declarationOf(node, keywords, group);
  const { additionalProperties, unevaluatedProperties } = keywords.single;
  const opens = [additionalProperties, unevaluatedProperties].some(
    (rest) => rest !== undefined && rest !== false,
  );
  const isShut = openness === "promise" && !opens;
  return { ...declaration, openness: isShut ? "none" : openness, applies: false };
}

/**
 * Merges layers that only declare names: the declarations of many branches for one property are one literal.
 */
function mergedProperties(layers: readonly PropertyLayer[]): Formula[] {
  const isPlain = ({ patterns, rest }: PropertyLayer): boolean => patterns.length === 0 && !rest;
  const byName = new Map<string, Literal[]>();
  for (const [name, one] of layers.filter(isPlain).flatMap(({ properties }) => [...properties])) {
    const others = byName.get(name);
    if (others) others.push(one);
    else byName.set(name, [one]);
  }
  const properties = [...byName].flatMap(([name, names]) =>
    jointNames(names, []).map((one): [string, Literal] => [name, one]),
  );
  const plain: PropertyLayer = { properties: new Map(properties), patterns: [], rest: undefined };
  return [...(properties.length > 0 ? [plain] : []), ...layers.filter((layer) => !isPlain(layer))].map(
    (layer) => ({ is: "properties", layer }),
  );
}

/** Merges layers that apply to every item alike. */
function mergedItems(layers: readonly ItemLayer[]): Formula[] {
  const plain = layers.flatMap(({ prefix, rest }) => (prefix.length === 0 && rest ? [rest] : []));
  const others = layers.filter(({ prefix }) => prefix.length > 0);
  const merged = jointNames(plain, []).map((rest): ItemLayer => ({ prefix: [], rest }));
  return [...merged, ...others].map((layer) => ({ is: "items", layer }));
}

function namedProperties(part: SchemaNode, group: number, as: Naming): PropertyLayer[] {
  if (typeof part.schema === "boolean") return [];
  const keywords = keywordsOf(part.schema);
  const left = unevaluatedNames(part, keywords, group, as);
  const further = left ? [{ properties: new Map<string, Literal>(), patterns: [], rest: left }] : [];
  const layer = propertyLayer(part, keywords, group);
  if (!layer) return further;
  const properties = [...layer.properties].flatMap(([name, { node }]): [string, Literal][] =>
    layer.rest || carriesNames(node) ? [[name, naming(node, group, as)]] : [],
  );
  const patterns = layer.patterns.map(([source, { node }]): [string, Literal] => [
    source,
    naming(node, group, as),
  ]);
  const rest = layer.rest && carriesNames(layer.rest.node) ? naming(layer.rest.node, group, as) : undefined;
  if (properties.length + patterns.length === 0 && !rest) return further;
  return [{ properties: new Map(properties), patterns, rest }, ...further];
}

/**
 * Returns the names of the schema of an unevaluated keyword: it may turn out to apply, once the branches are
 * chosen.
 */
function unevaluatedNames(
  part: SchemaNode,
  { single }: Keywords,
  group: number,
  as: Naming,
  keyword: "unevaluatedProperties" | "unevaluatedItems" = "unevaluatedProperties",
): Literal | undefined {
  const schema = single[keyword];
  if (typeof schema !== "object") return undefined;
  return naming(inner(part, schema, keyword), group, as === "open" ? "open" : "later");
}

function namedItems(part: SchemaNode, group: number, as: Naming): ItemLayer[] {
  if (typeof part.schema === "boolean") return [];
  const keywords = keywordsOf(part.schema);
  const left = unevaluatedNames(part, keywords, group, as, "unevaluatedItems");
  const further = left ? [{ prefix: [], rest: left }] : [];
  const layer = itemLayer(part, keywords, group);
  if (!layer) return further;
  const prefix = layer.prefix.map(({ node }) => naming(node, group, as));
  const rest = layer.rest && carriesNames(layer.rest.node) ? naming(layer.rest.node, group, as) : undefined;
  if (!rest && !layer.prefix.some(({ node }) => carriesNames(node))) return further;
  return [{ prefix, rest }, ...further];
}

/** True if a schema declares names in objects or below lists. */
function carriesNames(node: SchemaNode): boolean {
  return partsInPlace(node).some(({ schema }) => {
    if (typeof schema === "boolean") return false;
    const { types, maps, single, lists, required } = keywordsOf(schema);
    const fits = (type: string): boolean => !types || types.includes(type);
    const ofObjects = [maps.properties, maps.patternProperties, single.additionalProperties];
    const ofLists = [lists.prefixItems, single.items];
    return (
      (fits("object") && (required.length > 0 || ofObjects.some((said) => said !== undefined))) ||
      (fits("array") && ofLists.some((said) => said !== undefined))
    );
  });
}
