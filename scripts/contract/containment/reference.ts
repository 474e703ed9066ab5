// Resolves a `$ref` within one document: JSON pointers, `$anchor`s, and resources with an `$id`.
import type { Json, JsonObject } from "../document/document.ts";
import { escapeSegment, isArray, isObject, unescapeSegment } from "../document/pointer.ts";
import { isSchema, type Schema } from "./keywords.ts";

/** The schema that a reference resolves to. */
export interface Target {
  readonly schema: Schema;
  readonly pointer: string;
  /** The base URI for references inside it; empty if there is no `$id` above it. */
  readonly base: string;
}

interface Resource {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** The base for documents without a URI of their own; never visible to references. */
const nowhere = "document:///";
const indexes = new WeakMap<JsonObject, ReadonlyMap<string, Resource>>();

/** Returns the base URI below `schema`, which may have an `$id` of its own. */
export function baseBelow(schema: Schema, base: string): string {
  if (typeof schema === "boolean" || typeof schema["$id"] !== "string") return base;
  return absolute(schema["$id"], base) ?? base;
}

/** Cache by document, base URI and reference: large documents repeat the same references. */
const resolved = new WeakMap<JsonObject, Map<string, Map<string, Target | undefined>>>();

/** Resolves `reference` against the base URI `base`; undefined if it leads nowhere in `root`. */
export function resolveReference(root: JsonObject, base: string, reference: string): Target | undefined {
  let bases = resolved.get(root);
  if (!bases) resolved.set(root, (bases = new Map<string, Map<string, Target | undefined>>()));
  let known = bases.get(base);
  if (!known) bases.set(base, (known = new Map<string, Target | undefined>()));
  if (known.has(reference)) return known.get(reference);
  const target = resolve(root, base, reference);
  known.set(reference, target);
  return target;
}

function resolve(root: JsonObject, base: string, reference: string): Target | undefined {
  const [uri, fragment] = split(reference);
  const local = uri === "" && base === "";
  if (local && (fragment === "" || fragment.startsWith("/"))) return follow(root, "", "", fragment);
  const target = absolute(uri, base) ?? nowhere;
  const index = indexOf(root);
  const anchored = index.get(`${target}#${fragment}`);
  if (anchored) return { schema: anchored.value, pointer: anchored.pointer, base: knownBase(target) };
  const resource = index.get(target);
  return resource && follow(resource.value, resource.pointer, knownBase(target), fragment);
}

const knownBase = (uri: string): string => (uri === nowhere ? "" : uri);

function split(reference: string): [string, string] {
  const at = reference.indexOf("#");
  if (at < 0) return [reference, ""];
  return [reference.slice(0, at), decoded(reference.slice(at + 1))];
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function absolute(uri: string, base: string): string | undefined {
  const from = base || nowhere;
  if (uri === "") return from;
  return URL.canParse(uri, from) ? new URL(uri, from).href.replace(/#$/, "") : undefined;
}

function follow(from: JsonObject, start: string, base: string, fragment: string): Target | undefined {
  let value: Json | undefined = from;
  let inner = base;
  for (const token of fragment.split("/").slice(1)) {
    value = step(value, unescapeSegment(token));
    if (isObject(value)) inner = baseBelow(value, inner);
  }
  return isSchema(value) ? { schema: value, pointer: start + fragment, base: inner } : undefined;
}

function step(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, Json | undefined>>)[name];
}

/**
 * Returns every resource and anchor of a document by its URI; built only for documents that use such
 * references.
 */
function indexOf(root: JsonObject): ReadonlyMap<string, Resource> {
  let index = indexes.get(root);
  if (!index) indexes.set(root, (index = build(root)));
  return index;
}

function build(root: JsonObject): ReadonlyMap<string, Resource> {
  const index = new Map<string, Resource>([[nowhere, { value: root, pointer: "" }]]);
  const open: { value: Json | undefined; pointer: string; base: string }[] = [
    { value: root, pointer: "", base: "" },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, pointer } = next;
    if (!isObject(value) && !isArray(value)) continue;
    let { base } = next;
    if (isObject(value)) {
      base = baseBelow(value, base);
      if (base !== next.base) index.set(base, { value, pointer });
      for (const name of ["$anchor", "$dynamicAnchor"]) {
        const anchor = value[name];
        if (typeof anchor === "string") index.set(`${base || nowhere}#${anchor}`, { value, pointer });
      }
    }
    for (const [name, inner] of Object.entries(value)) {
      open.push({ value: inner, pointer: `${pointer}/${escapeSegment(name)}`, base });
    }
  }
  return index;
}
