// Splits a parameter for the whole query string (OpenAPI 3.2, `in: querystring`) into the query parameters of
// its fields, for 3.1.
// https://spec.openapis.org/oas/v3.2.0.html#parameter-object
import type { Json, JsonObject } from "./document.ts";
import { essenceOf, isJsonType } from "../runtime/boundary/media-type.ts";
import { follow, isArray, isObject } from "./pointer.ts";

/**
 * Returns the fields of a form as query parameters; for JSON, one parameter with `x-sdk.querystring`, whose
 * text is the whole query string. Returns undefined if these cannot replace the parameter:
 * for other media types, alternatives, names that the document does not list, and lists of
 * objects.
 */
export function fieldsOfWholeQuery(root: JsonObject, parameter: JsonObject): JsonObject[] | undefined {
  const content = isObject(parameter["content"]) ? Object.entries(parameter["content"]) : [];
  const [[mediaType, written] = ["", null], ...others] = content;
  if (others.length > 0) return undefined;
  if (isJsonType(mediaType))
    return [{ ...parameter, in: "query", "x-sdk": { ...sdkOf(parameter), querystring: true } }];
  if (essenceOf(mediaType) !== "application/x-www-form-urlencoded") return undefined;
  const media = followed(root, written ?? null);
  const encoding = isObject(media["encoding"]) ? media["encoding"] : {};
  const schema = formOf(root, media["schema"] ?? null, 0);
  if (schema === undefined || schema.properties.length === 0) return undefined;
  const fields = schema.properties.map(([name, property]) => {
    const how = isObject(encoding[name]) ? encoding[name] : {};
    const form = formOfField(root, property, how);
    const required = schema.required.has(name) && parameter["required"] !== false;
    return form && { name, in: "query", ...(required && { required }), ...form };
  });
  const known = fields.flatMap((field): JsonObject[] => (field === undefined ? [] : [field]));
  return known.length === fields.length ? known : undefined;
}

function sdkOf({ "x-sdk": sdk }: JsonObject): JsonObject {
  return isObject(sdk) ? sdk : {};
}

interface Form {
  readonly properties: readonly (readonly [name: string, schema: Json])[];
  readonly required: ReadonlySet<string>;
}

/** Maximum depth of nested `allOf`. */
const deepest = 8;

/** Keywords that query parameters cannot express; a schema with one of them is not split. */
const unread = [
  ...["oneOf", "anyOf", "not", "if", "patternProperties", "propertyNames", "minProperties", "maxProperties"],
  ...["dependentRequired", "dependentSchemas", "unevaluatedProperties"],
];

function formOf(root: JsonObject, written: Json, depth: number): Form | undefined {
  const schema = followed(root, written);
  const { properties, required, allOf, additionalProperties } = schema;
  const isOpen = additionalProperties === undefined || typeof additionalProperties === "boolean";
  if (depth > deepest || !isOpen || unread.some((keyword) => schema[keyword] !== undefined)) return undefined;
  const parts = (isArray(allOf) ? allOf : []).map((part) => formOf(root, part, depth + 1));
  const own: Form = {
    properties: Object.entries(isObject(properties) ? properties : {}).map(
      ([name, node]) => [name, node ?? true] as const,
    ),
    required: new Set(
      (isArray(required) ? required : []).filter((name): name is string => typeof name === "string"),
    ),
  };
  const all = [own, ...parts];
  const names = all.flatMap((form) => form?.properties.map(([name]) => name) ?? []);
  // A field that two parts describe would have to match both.
  if (all.includes(undefined) || new Set(names).size < names.length) return undefined;
  return {
    properties: all.flatMap((form) => form?.properties ?? []),
    required: new Set(all.flatMap((form) => [...(form?.required ?? [])])),
  };
}

/**
 * Returns the serialisation of a field as its Encoding Object declares it. Default: a list repeats its name
 * for each item, an object is JSON.
 */
function formOfField(root: JsonObject, schema: Json, how: JsonObject): JsonObject | undefined {
  const { contentType, style, explode, allowReserved } = how;
  const types = typesOf(root, schema);
  const isJson = typeof contentType === "string" ? isJsonType(contentType) : types.has("object");
  if (style === undefined && isJson) return { content: { "application/json": { schema } } };
  const { items } = followed(root, schema);
  if (types.has("array") && items !== undefined && typesOf(root, items).has("object")) return undefined;
  return {
    schema,
    ...Object.fromEntries(
      Object.entries({ style, explode, allowReserved }).filter(([, value]) => value !== undefined),
    ),
  };
}

function typesOf(root: JsonObject, schema: Json): ReadonlySet<Json | undefined> {
  const { type, properties } = followed(root, schema);
  return new Set(type === undefined && properties !== undefined ? ["object"] : [type].flat());
}

function followed(root: JsonObject, node: Json): JsonObject {
  const { node: target } = follow(root, { pointer: "", node });
  return isObject(target) ? target : {};
}
