// Finds the JSON values that a wire value may represent: text that looks like a number is a number where the
// schema requires one.
import type { Json, JsonObject } from "../document/document.ts";
import { isNumeric, readNumeric } from "../document/exact-number.ts";
import { restoreNumbers } from "../document/json-numbers.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { conjuncts, type SchemaPart } from "../containment/schema-part.ts";
import { accepts } from "../containment/confirm.ts";
import type { Side } from "../containment/search.ts";
import type { Wire } from "./serialise.ts";

/** Beyond this many combinations of leaves, only the uniform ones are tried. */
const mostReadings = 64;

/** Maximum number of leaves in all readings of a value together: large values have fewer readings. */
const mostLeaves = 200_000;

/** Returns whether some reading of a wire value is valid; if none is, the errors of the likeliest one. */
export function validWire(
  side: Side,
  wire: Wire,
): { readonly valid: boolean; readonly errors: readonly string[] } {
  let errors: readonly string[] = [];
  for (const value of readingsOf(side.root, side, wire)) {
    const result = accepts(side, value);
    if (result.valid) return result;
    if (errors.length === 0) ({ errors } = result);
  }
  return { valid: false, errors };
}

/**
 * Returns every JSON value that a wire value may represent; first the one that the schema's types suggest.
 *
 * @param most  the number of readings of each part; a very large value has one
 */
export function readingsOf(
  root: JsonObject,
  schema: SchemaPart,
  wire: Wire,
  most = Math.max(1, Math.min(mostReadings, Math.floor(mostLeaves / leavesOf(wire)))),
): readonly Json[] {
  if (typeof wire === "string") return scalarReadings(root, schema, wire);
  if (isWireArray(wire)) {
    const items = wire.map((item, index) => readingsOf(root, itemSchema(root, schema, index), item, most));
    return combinations(items, most);
  }
  const names = Object.keys(wire);
  const values = names.map((name) =>
    readingsOf(root, memberSchema(root, schema, name), wire[name] ?? "", most),
  );
  return combinations(values, most).map((members) =>
    Object.fromEntries(members.map((value, index) => [names[index] ?? "", value])),
  );
}

function leavesOf(wire: Wire): number {
  if (typeof wire === "string") return 1;
  let count = 1;
  for (const part of Object.values(wire)) count += leavesOf(part);
  return count;
}

/** Numbers in JSON syntax (RFC 8259, section 6): `0x10`, `+5` and spaces are text. */
const numeric = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

function scalarReadings(root: JsonObject, schema: SchemaPart, text: string): Json[] {
  const types = typesOf(root, schema);
  const readings: Json[] = [];
  const number = numeric.test(text) ? readNumeric(text) : undefined;
  if (number !== undefined) readings.push(number as Json);
  if (text === "true" || text === "false") readings.push(text === "true");
  // A schema for strings tries text first, one for numbers tries numbers first, so that the errors match the
  // declared type.
  const plain = types.has("string") || types.size === 0 ? [text, ...readings] : [...readings, text];
  return [...nestedReadings(root, schema, text, types), ...plain];
}

/** A single text can also be a list with one item; nested values may be sent as JSON. */
function nestedReadings(
  root: JsonObject,
  schema: SchemaPart,
  text: string,
  types: ReadonlySet<Json>,
): Json[] {
  const lists = types.has("array")
    ? readingsOf(root, itemSchema(root, schema, 0), text).map((item) => [item])
    : [];
  const whole =
    /^[[{]/.test(text) && (types.has("object") || types.has("array") || types.size === 0)
      ? parsedJson(text)
      : undefined;
  return [
    ...(whole === undefined ? [] : [whole]),
    ...(types.has("null") && text === "null" ? [null] : []),
    ...lists,
  ];
}

function reject(problem: string): never {
  throw new RangeError(problem);
}

/** Returns the value of a JSON text; undefined for invalid JSON. */
export function parsedJson(text: string): Json | undefined {
  try {
    return restoreNumbers(text, JSON.parse(text) as Json, reject);
  } catch {
    return undefined;
  }
}

/** Returns the types that a schema names, including those of enum values and of the branches of unions. */
function typesOf(root: JsonObject, schema: SchemaPart, depth = 0): ReadonlySet<Json> {
  return new Set(conjuncts(root, [schema]).flatMap(({ schema }) => saidTypes(root, schema, depth)));
}

/** Maximum depth of nested unions that are inspected for types, because some are recursive. */
const deepestUnion = 3;

function saidTypes(root: JsonObject, schema: Json, depth: number): readonly Json[] {
  if (!isObject(schema)) return [];
  const { type, enum: values, const: only } = schema;
  if (type !== undefined) return isArray(type) ? type : [type];
  if (isArray(values)) return values.map(typeOf);
  if (only !== undefined) return [typeOf(only)];
  if (depth >= deepestUnion) return [];
  return ["anyOf", "oneOf"].flatMap((keyword) => {
    const branches = schema[keyword];
    return isArray(branches)
      ? branches.flatMap((branch) => [...typesOf(root, { schema: branch }, depth + 1)])
      : [];
  });
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  return isNumeric(value) ? "number" : typeof value;
}

function itemSchema(root: JsonObject, schema: SchemaPart, index: number): SchemaPart {
  for (const part of conjuncts(root, [schema])) {
    if (!isObject(part.schema)) continue;
    const { prefixItems, items } = part.schema;
    const own = isArray(prefixItems) ? prefixItems[index] : undefined;
    if (own !== undefined) return { schema: own };
    if (items !== undefined) return { schema: items };
  }
  return { schema: true };
}

function memberSchema(root: JsonObject, schema: SchemaPart, name: string): SchemaPart {
  for (const part of conjuncts(root, [schema])) {
    const properties = isObject(part.schema) ? part.schema["properties"] : undefined;
    const own = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) return { schema: own };
    const rest = isObject(part.schema) ? part.schema["additionalProperties"] : undefined;
    if (rest !== undefined) return { schema: rest };
  }
  return { schema: true };
}

function combinations(leaves: readonly (readonly Json[])[], most: number): Json[][] {
  let rows: Json[][] = [[]];
  for (const readings of leaves) {
    const used = rows.length * readings.length > most ? readings.slice(0, 1) : readings;
    const [only] = used;
    // Copies of long lists for each item would take quadratic time.
    if (used.length === 1 && only !== undefined) for (const row of rows) row.push(only);
    else rows = rows.flatMap((row) => used.map((value) => [...row, value]));
  }
  return rows;
}

function isWireArray(wire: Wire): wire is readonly Wire[] {
  return Array.isArray(wire);
}
