// Converts a schema of typed values to one of their wire texts: never too narrow for a sender, never too wide
// for a receiver.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import type { Reading, SchemaPart } from "../containment/schema-part.ts";
import { isAccepted } from "../containment/confirm.ts";
import { type Keyword, keywordsFor, keywordsWith, vocabulary } from "../vocabulary.ts";
import { mergedSchema } from "./merged-schema.ts";
import { wireNumber } from "./wire-number.ts";
import { wireTree } from "./wire-tree.ts";

/** `upper`: a superset of what a sender may send. `lower`: a subset of what a receiver accepts. */
export type Bound = "upper" | "lower";

/** Schemas of wire texts, by the shape of the value. */
export interface WireSets {
  readonly scalars: readonly Json[];
  readonly arrays: readonly JsonObject[];
  readonly objects: readonly JsonObject[];
}

const nothing: WireSets = { scalars: [], arrays: [], objects: [] };
const anything: WireSets = {
  scalars: [{ type: "string" }],
  arrays: [{ type: "array" }],
  objects: [{ type: "object" }],
};

/**
 * Keywords without effect on validation. Keywords about the text in which a value is serialised are handled
 * elsewhere.
 */
const silent: ReadonlySet<string> = new Set(
  keywordsWith({ kind: "annotation" }).filter((keyword) => vocabulary[keyword].types === undefined),
);
const stringKeywords = keywordsFor("string", "assertion");
const numberKeywords = keywordsFor("number", "assertion");
/** The keywords that `arrayOf` and `objectOf` convert. */
const arrayKeywords: readonly Keyword[] = ["items", "minItems", "maxItems", "uniqueItems"];
const objectKeywords: readonly Keyword[] = [
  "properties",
  "required",
  "additionalProperties",
  "minProperties",
  "maxProperties",
];
const understood: ReadonlySet<string> = new Set<Keyword>([
  "type",
  ...stringKeywords,
  ...numberKeywords,
  ...arrayKeywords,
  ...objectKeywords,
]);

/** Maximum depth of the conversion. */
const deepest = 8;

/** Returns one schema over texts, and over arrays and objects of texts. */
export function wireSchema(reading: Reading, part: SchemaPart, bound: Bound, depth = 0): Json {
  const { scalars, arrays, objects } = wireSets(reading, part, bound, depth);
  return { anyOf: [...scalars, ...arrays, ...objects, false] };
}

/** Returns the schemas of the texts in which the values of a schema are sent. */
export function wireSets(reading: Reading, part: SchemaPart, bound: Bound, depth = 0): WireSets {
  const unknown = bound === "upper" ? anything : nothing;
  if (depth > deepest) return unknown;
  const { schema, isWhole } = mergedSchema(reading, part);
  if (schema === false) return nothing;
  if (!isWhole && bound === "lower") return nothing;
  const values = schema["const"] === undefined ? schema["enum"] : [schema["const"]];
  if (isArray(values))
    return listed(values.filter((value) => isAccepted({ ...reading, ...part }, value) === true));
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = schema[keyword];
    if (!isArray(branches)) continue;
    if (bound === "lower" && keyword === "oneOf" && !areApart(reading, branches)) return nothing;
    const rest = without(schema, keyword);
    return joined(
      branches.map((branch) => wireSets(reading, { schema: { allOf: [rest, branch] } }, bound, depth + 1)),
    );
  }
  if (bound === "lower" && !Object.keys(schema).every(isUnderstood)) return nothing;
  return joined(typesIn(schema).map((type) => setsOfType(reading, schema, type, bound, depth)));
}

function isUnderstood(keyword: string): boolean {
  return understood.has(keyword) || silent.has(keyword) || keyword.startsWith("x-");
}

function joined(sets: readonly WireSets[]): WireSets {
  return {
    scalars: sets.flatMap(({ scalars }) => scalars),
    arrays: sets.flatMap(({ arrays }) => arrays),
    objects: sets.flatMap(({ objects }) => objects),
  };
}

function listed(values: readonly Json[]): WireSets {
  const texts = values.filter((value) => value !== null && !isArray(value) && !isObject(value)).map(wireTree);
  return {
    scalars: texts.length === 0 ? [] : [{ enum: texts }],
    arrays: values.filter(isArray).map((value) => ({ type: "array", const: wireTree(value) })),
    objects: values.filter(isObject).map((value) => ({ type: "object", const: wireTree(value) })),
  };
}

/** Returns true if no value can match two branches, judged by type alone. */
function areApart(reading: Reading, branches: readonly Json[]): boolean {
  const types = branches.flatMap((branch) => {
    const { schema } = mergedSchema(reading, { schema: branch });
    return schema === false ? [] : typesIn(schema).map((type) => (type === "integer" ? "number" : type));
  });
  return new Set(types).size === types.length;
}

function typesIn({ type }: JsonObject): readonly Json[] {
  if (type === undefined) return ["string", "number", "boolean", "array", "object"];
  return isArray(type) ? type : [type];
}

function setsOfType(reading: Reading, schema: JsonObject, type: Json, bound: Bound, depth: number): WireSets {
  switch (type) {
    case "string":
      return { ...nothing, scalars: [{ type: "string", ...only(schema, stringKeywords) }] };
    case "boolean":
      return { ...nothing, scalars: [{ enum: ["true", "false"] }] };
    case "integer":
    case "number":
      return {
        ...nothing,
        scalars: [wireNumber(only(schema, numberKeywords), type === "integer", bound)],
      };
    case "array":
      return { ...nothing, arrays: [arrayOf(reading, schema, bound, depth)] };
    case "object":
      return { ...nothing, objects: [objectOf(reading, schema, bound, depth)] };
    default:
      return nothing;
  }
}

function arrayOf(reading: Reading, schema: JsonObject, bound: Bound, depth: number): JsonObject {
  const items = wireSchema(reading, { schema: schema["items"] ?? true }, bound, depth + 1);
  // Different values may have the same text, so `uniqueItems` holds only for a subset.
  const counts = bound === "lower" ? ["minItems", "maxItems", "uniqueItems"] : ["minItems", "maxItems"];
  return { type: "array", items, ...only(schema, counts) };
}

function objectOf(reading: Reading, schema: JsonObject, bound: Bound, depth: number): JsonObject {
  const { properties, additionalProperties: rest } = schema;
  const members = Object.entries(isObject(properties) ? properties : {}).map(
    ([name, member]): [string, Json] => [
      name,
      wireSchema(reading, { schema: member ?? true }, bound, depth + 1),
    ],
  );
  const closed = reading.closed && rest === undefined && members.length > 0;
  // A required name counts as a known property.
  const named = isArray(schema["required"]) ? schema["required"] : [];
  for (const name of closed ? named : []) {
    if (typeof name === "string" && !members.some(([one]) => one === name)) members.push([name, true]);
  }
  return {
    type: "object",
    ...only(schema, ["required", "minProperties", "maxProperties"]),
    properties: Object.fromEntries(members),
    ...(closed ? { additionalProperties: false } : {}),
    ...(rest === undefined
      ? {}
      : { additionalProperties: wireSchema(reading, { schema: rest }, bound, depth + 1) }),
  };
}

function only(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}

function without(schema: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}
