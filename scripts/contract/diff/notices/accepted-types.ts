// The JSON types that a schema's own text lets through, an approximation from above: `{type: string, enum:
// [a, null]}` gives string.
import { isNumeric } from "../../document/exact-number.ts";
import type { Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { conjuncts, partAt, type Reading, type SchemaPart } from "../../containment/schema-part.ts";
import { rationalOf } from "../../containment/rational.ts";

/** A JSON type, with the numbers split in two: `number` is `integer` and `fraction`. */
export type AcceptedType = "null" | "boolean" | "object" | "array" | "string" | "integer" | "fraction";

const all: readonly AcceptedType[] = ["null", "boolean", "object", "array", "string", "integer", "fraction"];

/** Maximum nesting of unions that is followed. */
const deepest = 3;

/** Returns the types that a schema lets through by `type`, `enum`, `const` and the branches of its unions. */
export function acceptedTypes(reading: Reading, part: SchemaPart, depth = 0): ReadonlySet<AcceptedType> {
  let types: ReadonlySet<AcceptedType> = new Set(all);
  const keep = (allowed: ReadonlySet<AcceptedType>) =>
    (types = new Set([...types].filter((type) => allowed.has(type))));
  for (const one of conjuncts(reading.root, [part])) {
    if (one.schema === false) return new Set();
    if (!isObject(one.schema)) continue;
    const { type, enum: values, const: only } = one.schema;
    if (type !== undefined) keep(new Set((isArray(type) ? type : [type]).flatMap(typesNamed)));
    if (isArray(values)) keep(new Set(values.map(typeOf)));
    if (only !== undefined) keep(new Set([typeOf(only)]));
    if (depth === deepest) continue;
    for (const keyword of ["anyOf", "oneOf"]) {
      const branches = one.schema[keyword];
      if (!isArray(branches)) continue;
      const parts = branches.map((branch, at) => partAt(one, branch, keyword, at));
      keep(new Set(parts.flatMap((branch) => [...acceptedTypes(reading, branch, depth + 1)])));
    }
  }
  return types;
}

/** Returns the schema of all values of a type. */
export function schemaOfType(type: AcceptedType): Json {
  return type === "fraction" ? { type: "number", not: { type: "integer" } } : { type };
}

/** Returns types as `type` lists them. */
export function typeNames(types: ReadonlySet<AcceptedType>): string[] {
  const isNumber = types.has("integer") && types.has("fraction");
  return [...types].flatMap((type) => {
    if (type === "fraction") return ["number"];
    return type === "integer" && isNumber ? [] : [type];
  });
}

function typesNamed(name: Json): AcceptedType[] {
  if (name === "number") return ["integer", "fraction"];
  return all.filter((type) => type === name && type !== "fraction");
}

function typeOf(value: Json): AcceptedType {
  if (value === null) return "null";
  if (isNumeric(value)) return rationalOf(value).bottom === 1n ? "integer" : "fraction";
  if (isArray(value)) return "array";
  if (isObject(value)) return "object";
  return typeof value === "boolean" ? "boolean" : "string";
}
