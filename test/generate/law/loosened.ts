// A document's schemas without the parts that TypeScript cannot express: the exceptions to the law of types.
// Beyond these, one schema cannot be used at all: a tuple of more than six items (four, with an open end)
// that contains itself; TypeScript resolves longer ones eagerly and without end (TS2589), which
// `client/tuple-types.ts` defers for shorter ones.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { namesOfBranch } from "../../../scripts/contract/document/discriminator-names.ts";
import {
  childPointer,
  isArray,
  isObject,
  localPointer,
  refOf,
  resolvePointer,
} from "../../../scripts/contract/document/pointer.ts";
import { inheritedNames } from "../../../scripts/contract/generate/names.ts";
import { kindsIn } from "../../../scripts/contract/generate/types/kinds-in.ts";
import { valueKinds } from "../../../scripts/contract/generate/types/type.ts";

/**
 * `tight`: values that these schemas accept must type-check. `loose`: values that these reject must not.
 * Between the two are values that the types accept on purpose, or that depend on where a type is used.
 */
export type Side = "tight" | "loose";

/** Lengths, ranges, patterns, counts, conditions: keywords that no TypeScript type expresses. */
const unsayable = new Set(
  [
    "minLength maxLength pattern multipleOf minimum maximum exclusiveMinimum exclusiveMaximum uniqueItems",
    "contains minContains maxContains minProperties maxProperties dependentRequired dependentSchemas",
    "if then else contentSchema unevaluatedItems not",
  ].flatMap((line) => line.split(" ")),
);

const maps = new Set(["properties", "$defs", "definitions"]);
const lists = new Set(["allOf", "anyOf", "prefixItems"]);

export function loosened(schema: Json, side: Side): Json {
  if (!isObject(schema)) return schema;
  const copy: Record<string, Json | undefined> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (value === undefined || unsayable.has(keyword)) continue;
    if (maps.has(keyword) && isObject(value))
      copy[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, loosened(one ?? true, side)]),
      );
    else if (lists.has(keyword) && isArray(value)) copy[keyword] = value.map((one) => loosened(one, side));
    else if (keyword === "items" || keyword === "additionalProperties") copy[keyword] = loosened(value, side);
    else copy[keyword] = value;
  }
  if (isNothing(schema)) copy["enum"] = [];
  meantTypes(schema, copy, side);
  alternatives(schema, copy, side);
  others(schema, copy, side);
  lengthsOfTuple(schema, copy);
  if (side === "loose") open(copy);
  // A date differs from other strings by its type only, which is the type in responses.
  if (side === "loose" || schema["format"] !== "date-time") delete copy["format"];
  return copy;
}

/** Whether the schema is `not: {}`. */
function isNothing({ not }: JsonObject): boolean {
  return not === true || (isObject(not) && Object.keys(not).length === 0);
}

/**
 * The types that a schema means. Integers are numbers; content without a type is bytes; a schema with
 * keywords for properties or items means objects or arrays, unless its reference or its alternatives declare
 * otherwise.
 */
function meantTypes(schema: JsonObject, copy: Record<string, Json | undefined>, side: Side): void {
  const { type } = schema;
  if (type !== undefined) {
    copy["type"] = [...new Set([type].flat().map((one) => (one === "integer" ? "number" : one)))];
    return;
  }
  // Without a type, OpenAPI describes binary content, which is sent and read as bytes.
  const { contentMediaType, contentEncoding, format } = schema;
  const isContent = contentMediaType !== undefined && contentEncoding === undefined;
  if (side === "tight" && (isContent || format === "binary")) copy["type"] = ["string"];
  const saidElsewhere = ["$ref", "allOf", "anyOf", "oneOf"].some((keyword) => schema[keyword] !== undefined);
  const kinds = kindsIn(schema);
  if (kinds.length === valueKinds.length || schema["enum"] !== undefined || schema["const"] !== undefined)
    return;
  if (side === "tight" || !saidElsewhere) copy["type"] = [...kinds];
}

/**
 * Types do not express that exactly one branch of `oneOf` may match. A discriminator narrows branches that
 * leave its property open.
 */
function alternatives(schema: JsonObject, copy: Record<string, Json | undefined>, side: Side): void {
  const { oneOf, anyOf, allOf, discriminator } = schema;
  delete copy["oneOf"];
  const tagged = (branch: Json): Json => {
    const pointer = localPointer(refOf(branch) ?? "");
    if (side === "loose" || !isObject(discriminator) || pointer === undefined) return loosened(branch, side);
    const { propertyName } = discriminator;
    if (typeof propertyName !== "string") return loosened(branch, side);
    const name = propertyName;
    return {
      allOf: [
        loosened(branch, side),
        { properties: { [name]: { enum: namesOfBranch(discriminator, pointer) } } },
      ],
    };
  };
  const choices = [oneOf, anyOf].filter(isArray).map((list) => ({ anyOf: list.map(tagged) }));
  delete copy["anyOf"];
  if (choices.length === 0) return;
  copy["allOf"] = [...(isArray(allOf) ? allOf.map((one) => loosened(one, side)) : []), ...choices];
}

/**
 * Undeclared properties have one type, whatever pattern they match; in requests, each may have the type of
 * any property.
 */
function others(schema: JsonObject, copy: Record<string, Json | undefined>, side: Side): void {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties, propertyNames } =
    schema;
  delete copy["patternProperties"];
  delete copy["unevaluatedProperties"];
  delete copy["additionalProperties"];
  if (!isObject(propertyNames) || (propertyNames["enum"] ?? propertyNames["const"]) === undefined)
    delete copy["propertyNames"];
  const valuesOf = (map: Json | undefined) => Object.values(isObject(map) ? map : {});
  const patterns = valuesOf(patternProperties);
  const rest = side === "tight" ? (additionalProperties ?? unevaluatedProperties) : additionalProperties;
  const isBeside = ["$ref", "allOf", "anyOf", "oneOf"].some((keyword) => schema[keyword] !== undefined);
  // Properties declared by other branches are not distinguished from undeclared ones.
  if ((rest === undefined && patterns.length === 0) || (side === "loose" && isBeside)) return;
  const all = [...patterns, rest, ...(side === "loose" ? valuesOf(properties) : [])];
  const loose = all.map((one) => loosened(one ?? true, side));
  copy["additionalProperties"] =
    loose.length === 1 ? loose[0]! : side === "tight" ? { allOf: loose } : { anyOf: loose };
}

/**
 * Whether a schema has properties of any name beside declared ones of another type: such a type can be read,
 * but not written.
 */
export function hasMixedMembers(root: JsonObject, schema: Json): boolean {
  const seen = new Set<Json>();
  const look = (node: Json | undefined): boolean => {
    if (node === undefined || typeof node !== "object" || node === null || seen.has(node)) return false;
    seen.add(node);
    if (isArray(node)) return node.some(look);
    const pointer = localPointer(refOf(node) ?? "");
    if (pointer !== undefined && look(resolvePointer(root, pointer))) return true;
    const { properties, additionalProperties, patternProperties } = node;
    const isMixed = isObject(additionalProperties) || isObject(patternProperties);
    return (isObject(properties) && isMixed) || Object.values(node).some(look);
  };
  return look(schema);
}

/** Keeps only the length limits of an array that its tuple items require. */
function lengthsOfTuple(schema: JsonObject, copy: Record<string, Json | undefined>): void {
  const { prefixItems, minItems, maxItems } = schema;
  const count = isArray(prefixItems) ? prefixItems.length : 0;
  if (typeof minItems === "number") copy["minItems"] = Math.min(minItems, count);
  if (typeof maxItems === "number" && maxItems > count) delete copy["maxItems"];
}

/**
 * Values in responses may lie outside of an enum, and object literals may have properties that a closed
 * object does not allow.
 */
function open(copy: Record<string, Json | undefined>): void {
  if (copy["additionalProperties"] === false) delete copy["additionalProperties"];
  delete copy["propertyNames"];
  const { properties, required } = copy;
  const needed = isArray(required) ? required : [];
  // TypeScript sees `toString` in strings and arrays as well: with such a property, they are objects of the
  // type.
  if (
    isObject(properties) &&
    inheritedNames.some((name) => Object.hasOwn(properties, name) && !needed.includes(name))
  )
    delete copy["type"];
  const values = copy["enum"];
  if (isArray(values) && values.filter((value) => typeof value === "string").length > 1) {
    delete copy["enum"];
    copy["allOf"] = [
      ...(isArray(copy["allOf"]) ? copy["allOf"] : []),
      { anyOf: [{ type: "string" }, { enum: values }] },
    ];
  }
}

/** Returns a document with an operation for each named schema, which is its request and its response. */
export function documentOfSchemas(root: JsonObject, side: Side | "as written"): JsonObject {
  const components = isObject(root["components"]) ? root["components"] : {};
  const schemas = isObject(components["schemas"]) ? components["schemas"] : {};
  const paths = Object.keys(schemas).map((name, index): [string, Json] => {
    const content = {
      "application/json": { schema: { $ref: `#${childPointer("/components/schemas", name)}` } },
    };
    return [
      `/s${index}`,
      {
        post: {
          operationId: `s${index}`,
          requestBody: { content },
          responses: { "200": { description: "One.", content } },
        },
      },
    ];
  });
  const all = Object.entries(schemas).map(([name, schema]): [string, Json] => [
    name,
    side === "as written" ? (schema ?? true) : loosened(schema ?? true, side),
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Schemas", version: "1.0.0" },
    paths: Object.fromEntries(paths),
    components: { ...components, schemas: Object.fromEntries(all) },
  };
}
