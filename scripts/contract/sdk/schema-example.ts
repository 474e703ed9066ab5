// Example values for schemas, for documentation: the author's example, else the simplest valid value.
import type { Json, JsonObject } from "../document/document.ts";
import { deref, isArray, isObject } from "../document/pointer.ts";

const plain: Readonly<Record<string, Json>> = {
  string: "…",
  integer: 1,
  number: 1,
  boolean: true,
  null: null,
};
const formats: Readonly<Record<string, string>> = {
  "date-time": "2024-01-15T09:30:00Z",
  date: "2024-01-15",
  email: "someone@example.com",
  uri: "https://example.com/",
  uuid: "0189d0a2-7b2f-7c3d-8e4f-0123456789ab",
};

/** Returns an example with required properties only; at most four levels deep, so that recursion ends. */
export function exampleOf(root: JsonObject, schema: Json, depth = 0): Json {
  const node = deref(root, schema);
  if (!isObject(node) || depth > 4) return {};
  const { examples, example, type, format, enum: values, items } = node;
  const given = example ?? (isArray(examples) ? examples[0] : undefined) ?? node["default"] ?? node["const"];
  if (given !== undefined) return given;
  if (isArray(values)) return values[0] ?? null;
  const branch = ["oneOf", "anyOf"].map((keyword) => node[keyword]).find(isArray)?.[0];
  if (branch !== undefined && node["properties"] === undefined) return exampleOf(root, branch, depth + 1);
  const kind = isArray(type) ? type.find((one) => one !== "null") : type;
  if (kind === "array") return items === undefined ? [] : [exampleOf(root, items, depth + 1)];
  if (typeof kind === "string" && kind !== "object")
    return (typeof format === "string" ? formats[format] : undefined) ?? plain[kind] ?? null;
  return objectOf(root, node, depth);
}

function objectOf(root: JsonObject, node: JsonObject, depth: number): JsonObject {
  const parts = isArray(node["allOf"]) ? node["allOf"].map((part) => exampleOf(root, part, depth + 1)) : [];
  const required = new Set(isArray(node["required"]) ? node["required"] : []);
  const properties = isObject(node["properties"]) ? node["properties"] : {};
  const own = Object.entries(properties).flatMap(([name, schema]): [string, Json][] =>
    required.has(name) && schema !== undefined ? [[name, exampleOf(root, schema, depth + 1)]] : [],
  );
  return Object.assign({}, ...parts.filter(isObject), Object.fromEntries(own)) as JsonObject;
}
