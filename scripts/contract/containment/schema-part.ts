// A schema where a document holds it, and all the schemas that hold together with it through `$ref` and `allOf`.
import type { Json, JsonObject } from "../document/document.ts";
import { childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "../document/pointer.ts";
import type { Side } from "./search.ts";
import { joined } from "./joined-schema.ts";

/** A schema of a document; without a pointer when it was put together here. */
export interface SchemaPart {
  readonly schema: Json;
  readonly pointer?: string;
}

/** How one side's schemas are read. */
export interface Reading {
  readonly root: JsonObject;
  readonly view: Side["view"];
  readonly closed: boolean;
}

/** The part at a keyword of another. */
export function partAt(part: SchemaPart, schema: Json, ...path: (string | number)[]): SchemaPart {
  return part.pointer === undefined ? { schema } : { schema, pointer: childPointer(part.pointer, ...path) };
}

/** Parts that all hold, as the one side of a search. */
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

/** The part itself and every part it pulls in by `$ref` and `allOf`, each once, outermost first. */
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

/** What the `$ref` of a schema names, unless it is spelt in a way only the search understands (`$anchor`, `$id`). */
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

/** By document and reference: a walk comes by the same ones again and again. */
const targets = new WeakMap<JsonObject, Map<string, SchemaPart | undefined>>();

/** What a schema that is a `$ref` and nothing else stands for, through any number of further ones. */
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

/** Whether a property does not exist in a view: `readOnly` in requests, `writeOnly` in answers. */
export function isHidden(reading: Reading, property: SchemaPart): boolean {
  if (reading.view === "none") return false;
  const keyword = reading.view === "request" ? "readOnly" : "writeOnly";
  return conjuncts(reading.root, [property]).some(
    ({ schema }) => isObject(schema) && schema[keyword] === true,
  );
}

/** The value a keyword has somewhere among parts, and where. */
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
