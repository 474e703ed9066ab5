// Quickly compares two nodes of two documents for equality, everything they reference included.
import type { Json, JsonObject } from "../document/document.ts";
import {
  childPointer,
  isArray,
  isObject,
  localPointer,
  refOf,
  resolvePointer,
  toRef,
} from "../document/pointer.ts";

/** Returns whether a node of one document equals a node of another, references followed. */
export type EqualClosure = (base: Json | undefined, head: Json | undefined) => boolean;

/**
 * Compares the targets of all references once, so that each query costs one walk over the node's own text.
 * References count as equal if they are spelt alike and lead, through any number of cycles, to equal text.
 */
export function equalClosure(base: JsonObject, head: JsonObject): EqualClosure {
  return equalUnder(changedReferences(base, head));
}

/** Returns `equalClosure` for two documents whose differing references are known. */
export function equalUnder(changed: ReadonlySet<string>): EqualClosure {
  return (a, b) => sameText(a, b, (ref) => !changed.has(ref));
}

/** Returns the references whose targets, or what these reference, differ between the documents. */
export function changedReferences(base: JsonObject, head: JsonObject): ReadonlySet<string> {
  for (const root of [base, head]) noteChildren(root);
  const all = new Set([...refsOf(base), ...refsOf(head)]);
  const changed = new Set<string>();
  for (const ref of all) {
    const [a, b] = [targetOf(base, ref), targetOf(head, ref)];
    if (a === undefined || !sameText(a, b, () => true)) changed.add(ref);
  }
  const users = changed.size === 0 ? new Map<string, string[]>() : usersOf(base, all);
  // Iterating a Set also yields entries that are added during the iteration.
  for (const ref of changed) for (const user of users.get(ref) ?? []) changed.add(user);
  return changed;
}

/** Returns, for each reference, those of the given ones whose targets contain it. */
function usersOf(root: JsonObject, all: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const ref of all)
    for (const used of refsIn(targetOf(root, ref))) {
      const known = users.get(used);
      if (known === undefined) users.set(used, [ref]);
      else known.push(ref);
    }
  return users;
}

function targetOf(root: JsonObject, ref: string): Json | undefined {
  const pointer = localPointer(ref);
  return pointer === undefined ? undefined : resolvePointer(root, pointer);
}

/** A schema with a discriminator → references to the named schemas that include it by `allOf`. */
const childrenOf = new WeakMap<object, Set<string>>();

/**
 * Records children. OpenAPI 3.1, section 4.8.25: such a child, or a child of one, is a subtype under its own
 * name, even without a mapping.
 */
function noteChildren(root: JsonObject): void {
  const components = isObject(root["components"]) ? root["components"] : {};
  const schemas = isObject(components["schemas"]) ? components["schemas"] : {};
  for (const [name, schema] of Object.entries(schemas)) {
    const child = toRef(childPointer("", "components", "schemas", name));
    for (const parent of ancestorsOf(root, schema)) {
      if (!Object.hasOwn(parent, "discriminator")) continue;
      const children = childrenOf.get(parent) ?? new Set<string>();
      childrenOf.set(parent, children.add(child));
    }
  }
}

/** Returns every schema that a schema includes by `allOf` and a reference, directly or indirectly. */
function ancestorsOf(root: JsonObject, schema: Json | undefined): Set<JsonObject> {
  const found = new Set<JsonObject>();
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parts = isObject(next) && isArray(next["allOf"]) ? next["allOf"] : [];
    for (const part of parts) {
      const ref = refOf(part);
      const parent = ref === undefined ? undefined : targetOf(root, ref);
      if (!isObject(parent) || found.has(parent)) continue;
      found.add(parent);
      open.push(parent);
    }
  }
  return found;
}

/**
 * Returns the schemas of a discriminator, as references: those in its mapping, and, once `equalClosure` has
 * read the document, those that include its schema by `allOf`.
 */
export function mappedRefs(node: Json | undefined): string[] {
  const discriminator =
    isObject(node) && Object.hasOwn(node, "discriminator") ? node["discriminator"] : undefined;
  if (discriminator === undefined) return [];
  return [...namedBy(discriminator), ...((isObject(node) ? childrenOf.get(node) : undefined) ?? [])];
}

function namedBy(discriminator: Json): string[] {
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  const names = isObject(mapping) ? Object.values(mapping).filter((name) => typeof name === "string") : [];
  return names.flatMap((name) => {
    if (name.startsWith("#/")) return [name];
    return /^[\w.-]+$/.test(name) ? [`#/components/schemas/${name}`] : [];
  });
}

/** Cache for whole documents, which are compared several times. */
const refsByRoot = new WeakMap<JsonObject, ReadonlySet<string>>();

function refsOf(root: JsonObject): ReadonlySet<string> {
  const refs = refsByRoot.get(root) ?? refsIn(root);
  refsByRoot.set(root, refs);
  return refs;
}

/**
 * Returns every `$ref` and discriminator mapping at or below a node, each once. Iterative, since documents
 * may be deeper than the stack.
 */
function refsIn(node: Json | undefined): ReadonlySet<string> {
  const refs = new Set<string>();
  const open: (Json | undefined)[] = [node];
  while (open.length > 0) {
    const next = open.pop();
    const ref = refOf(next);
    if (ref !== undefined) refs.add(ref);
    for (const subtype of mappedRefs(next)) refs.add(subtype);
    if (isArray(next)) for (const item of next) open.push(item);
    else if (isObject(next)) for (const key of Object.keys(next)) open.push(next[key]);
  }
  return refs;
}

function sameText(a: Json | undefined, b: Json | undefined, sameRef: (ref: string) => boolean): boolean {
  const open: [Json | undefined, Json | undefined][] = [[a, b]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [left, right] = pair;
    if (isArray(left)) {
      if (!isArray(right) || left.length !== right.length) return false;
      for (const [index, item] of left.entries()) open.push([item, right[index]]);
    } else if (isObject(left)) {
      if (!isObject(right)) return false;
      const keys = Object.keys(left);
      if (keys.length !== Object.keys(right).length) return false;
      for (const key of keys) {
        if (!Object.hasOwn(right, key)) return false;
        open.push([left[key], right[key]]);
      }
      const ref = refOf(left);
      if (ref !== undefined && !sameRef(ref)) return false;
      const subtypes = mappedRefs(left);
      if (!subtypes.every(sameRef) || subtypes.length !== mappedRefs(right).length) return false;
    } else if (left !== right) return false;
  }
  return true;
}
