// Turns a schema of typed values into one of their wire texts, where that can be said exactly.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { type Reading, type SchemaPart, targetOf } from "../explain/schema-part.ts";
import { accepts } from "../schema/confirm.ts";
import { integerPattern } from "./integer-pattern.ts";
import { scalarText } from "./scalar-text.ts";

/** Keywords that ask nothing of a value. */
const silent = new Set(
  [
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "$comment",
  ].concat("xml", "externalDocs", "format"),
);

/** `wireSchema`, where a lone text stands for a list of one: `?tag=a` is both. */
export function wireSchemaOfLists(reading: Reading, part: SchemaPart): Json | undefined {
  const wire = wireSchema(reading, part);
  const lists = isObject(wire) && isArray(wire["anyOf"]) ? wire["anyOf"].filter(isObject) : [];
  const lone = lists.filter(
    ({ type, minItems }) => type === "array" && (minItems === undefined || Number(minItems) <= 1),
  );
  return wire === undefined || lone.length === 0
    ? wire
    : { anyOf: [wire, ...lone.map(({ items }) => items ?? true)] };
}

/**
 * A schema over texts (and arrays and objects of texts) that accepts exactly the wire forms of what `part` accepts.
 * Undefined where no such schema is at hand: numbers between fractions, unions that exclude each other, and the like.
 */
export function wireSchema(reading: Reading, part: SchemaPart, depth = 0): Json | undefined {
  const { schema } = part;
  if (depth > 8) return undefined;
  if (!isObject(schema)) return schema === false ? false : { type: ["string", "array", "object"] };
  const target = targetOf(reading.root, schema);
  if (target !== undefined)
    return Object.keys(schema).length === 1 ? wireSchema(reading, target, depth + 1) : undefined;
  const finite = finiteValues(schema);
  if (finite !== undefined)
    return { enum: textsOf(finite.filter((value) => accepts({ ...reading, schema }, value).valid)) };
  const union = schema["anyOf"];
  if (isArray(union) && onlyKeywords(schema, ["anyOf"])) {
    return all(union.map((branch) => wireSchema(reading, { schema: branch }, depth + 1)));
  }
  const { type } = schema;
  if (type === undefined) return undefined;
  return all((isArray(type) ? type : [type]).map((name) => wireOfType(reading, schema, name, depth)));
}

function all(schemas: readonly (Json | undefined)[]): Json | undefined {
  const known = schemas.filter((schema) => schema !== undefined);
  return known.length === schemas.length ? { anyOf: known } : undefined;
}

function finiteValues(schema: JsonObject): readonly Json[] | undefined {
  if (schema["const"] !== undefined) return [schema["const"]];
  return isArray(schema["enum"]) ? schema["enum"] : undefined;
}

function textsOf(values: readonly Json[]): string[] {
  return values.map((value) => scalarText(value)).filter((text) => text !== undefined);
}

function wireOfType(reading: Reading, schema: JsonObject, type: Json, depth: number): Json | undefined {
  switch (type) {
    case "string":
      return { ...schema, type: "string" };
    case "boolean":
      return { enum: ["true", "false"] };
    case "null":
      return false;
    case "integer":
      return wireOfInteger(schema);
    case "number":
      return onlyKeywords(schema, ["type"])
        ? { type: "string", pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$" }
        : undefined;
    case "array":
      return wireOfArray(reading, schema, depth);
    case "object":
      return wireOfObject(reading, schema, depth);
    default:
      return undefined;
  }
}

function wireOfInteger(schema: JsonObject): Json | undefined {
  const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
  if (!onlyKeywords(schema, ["type", ...bounds, ...stringKeywords])) return undefined;
  const [minimum, maximum, above, below] = bounds.map((keyword) => numberAt(schema, keyword));
  const least = [
    minimum === undefined ? undefined : Math.ceil(minimum),
    above === undefined ? undefined : Math.floor(above) + 1,
  ];
  const most = [
    maximum === undefined ? undefined : Math.floor(maximum),
    below === undefined ? undefined : Math.ceil(below) - 1,
  ];
  const [lower, upper] = [least.filter(isNumber), most.filter(isNumber)];
  return {
    type: "string",
    pattern: integerPattern(
      lower.length === 0 ? undefined : BigInt(Math.max(...lower)),
      upper.length === 0 ? undefined : BigInt(Math.min(...upper)),
    ),
  };
}

/** Keywords that say nothing about numbers. */
const stringKeywords = ["minLength", "maxLength", "pattern"];

function wireOfArray(reading: Reading, schema: JsonObject, depth: number): Json | undefined {
  const counts = ["minItems", "maxItems", "uniqueItems"];
  if (!onlyKeywords(schema, ["type", "items", ...counts])) return undefined;
  const items = wireSchema(reading, { schema: schema["items"] ?? true }, depth + 1);
  if (items === undefined) return undefined;
  return { type: "array", items, ...only(schema, counts) };
}

function wireOfObject(reading: Reading, schema: JsonObject, depth: number): Json | undefined {
  const kept = ["required", "minProperties", "maxProperties"];
  if (!onlyKeywords(schema, ["type", "properties", "additionalProperties", ...kept])) return undefined;
  const members = isObject(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const properties = members.map(([name, member]): [string, Json | undefined] => [
    name,
    wireSchema(reading, { schema: member ?? true }, depth + 1),
  ]);
  if (properties.some(([, wire]) => wire === undefined)) return undefined;
  const additional = schema["additionalProperties"];
  const rest = additional === undefined ? undefined : wireSchema(reading, { schema: additional }, depth + 1);
  if (additional !== undefined && rest === undefined) return undefined;
  return {
    type: "object",
    ...only(schema, kept),
    properties: Object.fromEntries(properties),
    ...(rest === undefined ? {} : { additionalProperties: rest }),
  };
}

function only(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}

function onlyKeywords(schema: JsonObject, keywords: readonly string[]): boolean {
  return Object.keys(schema).every(
    (keyword) => keywords.includes(keyword) || silent.has(keyword) || keyword.startsWith("x-"),
  );
}

function numberAt(schema: JsonObject, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === "number" ? value : undefined;
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}
