// Derives the traits that cheaply distinguish a schema from the other branches of a union: constants and tag
// properties.
import { foreignPart, typeFit } from "./expand-own.ts";
import { type JsonType, typeOf } from "./formula.ts";
import { keywordsOf, type Keywords } from "./keywords.ts";
import { inner, inPlace, referred, type SchemaNode } from "./schema-node.ts";
import type { Scope } from "./scope.ts";
import { canonical } from "./structural-key.ts";

/** A set of values, as their canonical texts. */
export type Texts = ReadonlySet<string>;

/** Necessary conditions of every value of a type that a schema accepts. The schema may be stricter. */
export interface Traits {
  /** True if the schema accepts no value of the type. */
  readonly isEmpty: boolean;
  /** The only accepted values, if they are enumerated. */
  readonly values: Texts | undefined;
  /** Required property → its only accepted values. */
  readonly tags: ReadonlyMap<string, Texts>;
}

interface Gathered {
  isEmpty: boolean;
  values: Texts | undefined;
  readonly required: Set<string>;
  readonly properties: Map<string, Texts>;
}

/** Maximum depth to which references and `allOf` are followed. */
const deepest = 4;

const traitsKept = 20_000;
const known = new WeakMap<Scope, Map<string, Traits>>();

const unknown: Traits = { isEmpty: false, values: undefined, tags: new Map() };

/** Returns the traits of a schema for values of one type. */
export function traitsOf(node: SchemaNode, type: JsonType, depth = 0): Traits {
  let kept = known.get(node.scope);
  if (!kept) known.set(node.scope, (kept = new Map<string, Traits>()));
  const key = `${type} ${node.key}`;
  let traits = kept.get(key);
  if (!traits) {
    if (kept.size >= traitsKept) kept.clear();
    // Within a cycle of unions nothing is known yet.
    kept.set(key, unknown);
    kept.set(key, (traits = findTraits(node, type, depth)));
  }
  return traits;
}

function findTraits(node: SchemaNode, type: JsonType, depth: number): Traits {
  const gathered: Gathered = {
    isEmpty: false,
    values: undefined,
    required: new Set(),
    properties: new Map(),
  };
  gather(gathered, node, type, depth);
  const { isEmpty, values, required, properties } = gathered;
  return { isEmpty, values, tags: new Map([...properties].filter(([name]) => required.has(name))) };
}

/** Adds the traits of a schema; keywords that are not understood are skipped. */
function gather(into: Gathered, node: SchemaNode, type: JsonType, depth: number): void {
  if (node.schema === false) into.isEmpty = true;
  const keywords = readable(node, depth);
  if (keywords === undefined) return;
  if (typeFit(keywords.types, type) === "no") into.isEmpty = true;
  for (const list of keywords.values) {
    const texts = list.filter((value) => typeOf(value) === type).map(canonical);
    if (texts.length === 0) into.isEmpty = true;
    into.values = common(into.values, texts);
  }
  if (type === "object") gatherProperties(into, node, keywords);
  for (const part of partsOf(node, keywords)) gather(into, part, type, depth + 1);
  for (const branches of unionsOf(node, keywords)) {
    gatherUnion(into, either(branches.map((branch) => traitsOf(branch, type, depth + 1))));
  }
}

function unionsOf(node: SchemaNode, { lists }: Keywords): SchemaNode[][] {
  return (["anyOf", "oneOf"] as const).map((name) =>
    (lists[name] ?? []).map((schema, at) => inPlace(node, schema, `${name}/${at}`)),
  );
}

function gatherUnion(into: Gathered, union: Traits | undefined): void {
  if (union === undefined) return;
  if (union.isEmpty) into.isEmpty = true;
  if (union.values !== undefined) into.values = common(into.values, [...union.values]);
  for (const [name, texts] of union.tags) {
    into.required.add(name);
    into.properties.set(name, common(into.properties.get(name), [...texts]));
  }
}

/** Returns the traits of a value that some branch accepts; undefined without branches. */
function either(branches: readonly Traits[]): Traits | undefined {
  const [first, ...others] = branches.filter(({ isEmpty }) => !isEmpty);
  if (!first) return branches.length === 0 ? undefined : { ...unknown, isEmpty: true };
  const tags = new Map<string, Texts>();
  for (const [name, texts] of first.tags) {
    const all = others.map((other) => other.tags.get(name));
    if (all.every((one) => one !== undefined)) tags.set(name, united([texts, ...all]));
  }
  const values = [first, ...others].map((one) => one.values);
  return {
    isEmpty: false,
    values: values.every((one) => one !== undefined) ? united(values) : undefined,
    tags,
  };
}

const united = (sets: readonly Texts[]): Texts => new Set(sets.flatMap((texts) => [...texts]));

function gatherProperties({ required, properties }: Gathered, node: SchemaNode, keywords: Keywords): void {
  const isShown = (name: string): boolean => !node.hidden.has(name);
  for (const name of keywords.required.filter(isShown)) required.add(name);
  for (const [name, property] of keywords.maps.properties ?? []) {
    if (typeof property === "boolean" || !mayList(keywordsOf(property)) || !isShown(name)) continue;
    const texts = valuesOf(inner(node, property, `properties/${name}`), 0);
    if (texts !== undefined) properties.set(name, common(properties.get(name), [...texts]));
  }
}

const mayList = ({ values, words, lists }: Keywords): boolean =>
  values.length > 0 || words.$ref !== undefined || lists.allOf !== undefined;

/** Returns the values a schema accepts if it enumerates them. */
function valuesOf(node: SchemaNode, depth: number): Texts | undefined {
  const keywords = readable(node, depth);
  if (keywords === undefined) return undefined;
  const lists = [
    ...keywords.values.map((list) => list.map(canonical)),
    ...partsOf(node, keywords).map((part) => valuesOf(part, depth + 1)),
  ];
  return lists.reduce<Texts | undefined>(
    (held, texts) => (texts === undefined ? held : common(held, [...texts])),
    undefined,
  );
}

function readable(node: SchemaNode, depth: number): Keywords | undefined {
  if (typeof node.schema === "boolean" || depth > deepest) return undefined;
  const keywords = keywordsOf(node.schema);
  return foreignPart(node, keywords) === undefined ? keywords : undefined;
}

/** Returns the subschemas that must hold whenever this one holds. */
function partsOf(node: SchemaNode, { words, lists }: Keywords): SchemaNode[] {
  const target = words.$ref === undefined ? undefined : referred(node, words.$ref);
  const all = (lists.allOf ?? []).map((schema, at) => inPlace(node, schema, `allOf/${at}`));
  return target === undefined ? all : [target, ...all];
}

function common(held: Texts | undefined, texts: readonly string[]): Texts {
  return new Set(held === undefined ? texts : texts.filter((text) => held.has(text)));
}

/** Returns the traits of the conjunction of several schemas. */
export function together(traits: readonly Traits[]): Traits {
  const tags = new Map<string, Texts>();
  let values: Texts | undefined;
  for (const one of traits) {
    if (one.values !== undefined) values = common(values, [...one.values]);
    for (const [name, texts] of one.tags) tags.set(name, common(tags.get(name), [...texts]));
  }
  return { isEmpty: traits.some(({ isEmpty }) => isEmpty), values, tags };
}
