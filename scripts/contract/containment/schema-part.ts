// A schema at its location in a document, and the schemas that hold together with it through `$ref` and
// `allOf`.
import type { Json, JsonObject } from "../document/document.ts";
import { childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "../document/pointer.ts";
import type { Side } from "./search.ts";
import { joined } from "./joined-schema.ts";

/** A schema of a document; without a pointer if it was constructed. */
export interface SchemaPart {
  readonly schema: Json;
  readonly pointer?: string;
}

/** How the schemas of one side are read. */
export interface Reading {
  readonly root: JsonObject;
  readonly view: Side["view"];
  readonly closed: boolean;
}

/** Returns the part at a keyword of another. */
export function partAt(part: SchemaPart, schema: Json, ...path: (string | number)[]): SchemaPart {
  return part.pointer === undefined ? { schema } : { schema, pointer: childPointer(part.pointer, ...path) };
}

/** Returns the conjunction of parts as one side of a search. */
export function sideOf(reading: Reading, parts: readonly SchemaPart[]): Side {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return { ...reading, ...only };
  }
  return {
    ...reading,
    schema: joined(
      "allOf",
      parts.map((part) => part.schema),
    ),
  };
}

/** Returns the parts and every part they include by `$ref` and `allOf`, each once, outermost first. */
export function conjuncts(root: JsonObject, parts: readonly SchemaPart[]): SchemaPart[] {
  const found = new Map<Json, SchemaPart>();
  const open = [...parts].reverse();
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (found.has(part.schema) && typeof part.schema === "object") continue;
    found.set(part.schema, part);
    for (const one of pulledIn(root, part).reverse()) open.push(one);
  }
  return [...found.values()];
}

function pulledIn(root: JsonObject, part: SchemaPart): SchemaPart[] {
  const { schema } = part;
  if (!isObject(schema)) return [];
  const pulled: SchemaPart[] = [];
  const target = targetOf(root, schema);
  if (target !== undefined) pulled.push(target);
  const all = schema["allOf"];
  if (isArray(all))
    for (const one of all.map((branch, index) => partAt(part, branch, "allOf", index))) pulled.push(one);
  return pulled;
}

/**
 * Returns the target of a schema's `$ref`; undefined for forms that only the search resolves (`$anchor`,
 * `$id`).
 */
export function targetOf(root: JsonObject, schema: Json): SchemaPart | undefined {
  const ref = refOf(schema);
  if (ref === undefined) return undefined;
  let known = targets.get(root);
  if (known === undefined) targets.set(root, (known = new Map<string, SchemaPart | undefined>()));
  if (known.has(ref)) return known.get(ref);
  const pointer = localPointer(ref);
  const target = pointer === undefined ? undefined : resolvePointer(root, pointer);
  const part = pointer === undefined || target === undefined ? undefined : { schema: target, pointer };
  known.set(ref, part);
  return part;
}

/** Cache by document and reference: a walk meets the same references repeatedly. */
const targets = new WeakMap<JsonObject, Map<string, SchemaPart | undefined>>();

/** Follows a schema that consists only of a `$ref`, through any number of further ones. */
export function bare(root: JsonObject, part: SchemaPart): SchemaPart {
  const seen = new Set<Json>();
  let found = part;
  while (isObject(found.schema) && Object.keys(found.schema).length === 1 && !seen.has(found.schema)) {
    seen.add(found.schema);
    const target = targetOf(root, found.schema);
    if (target === undefined) break;
    found = target;
  }
  return found;
}

/** True if a property does not exist in a view: `readOnly` in requests, `writeOnly` in responses. */
export function isHidden(reading: Reading, property: SchemaPart): boolean {
  if (reading.view === "none") return false;
  const keyword = reading.view === "request" ? "readOnly" : "writeOnly";
  return conjuncts(reading.root, [property]).some(
    ({ schema }) => isObject(schema) && schema[keyword] === true,
  );
}

/** Returns the value of a keyword somewhere among parts, with its location. */
export function keywordIn(
  parts: readonly SchemaPart[],
  keyword: string,
): { readonly value: Json; readonly part: SchemaPart; readonly pointer: string | undefined } | undefined {
  for (const part of parts) {
    const value = isObject(part.schema) ? part.schema[keyword] : undefined;
    if (value !== undefined) return { value, part, pointer: partAt(part, value, keyword).pointer };
  }
  return undefined;
}
