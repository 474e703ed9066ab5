// The types of the nodes of an OpenAPI document by their location: OpenAPI 3.0 to 3.2, and JSON Schema
// 2020-12.
import { keywords, vocabulary } from "../vocabulary.ts";
import { isArray, isObject } from "./pointer.ts";
import type { Json, JsonObject } from "./document.ts";

/**
 * The type of a node: the name of an OpenAPI object in camel case; with the suffix `{}` a map of such
 * objects, with `[]` a list of them. `data` contains no typed objects, and its references are not followed.
 */
export type NodeType = string;

/** The keywords that contain schemas, with the node type for each form of value. */
const schemaFields = Object.fromEntries(
  keywords
    .map((keyword) => [keyword, vocabulary[keyword].holds] as const)
    .filter(([, holds]) => /^schema\W*$/.test(holds)),
);

const parameterFields = { schema: "schema", content: "mediaType{}", examples: "example{}" };

/** Type → field → type of its value. `*` stands for every other field that is not an extension. */
const fields: Readonly<Record<NodeType, Readonly<Record<string, NodeType>>>> = {
  // https://spec.openapis.org/oas/v3.2.0.html#openapi-object
  document: {
    info: "data",
    externalDocs: "data",
    servers: "data[]",
    tags: "data[]",
    security: "data[]",
    paths: "paths",
    webhooks: "pathItem{}",
    components: "components",
  },
  components: {
    schemas: "schema{}",
    responses: "response{}",
    parameters: "parameter{}",
    examples: "example{}",
    requestBodies: "requestBody{}",
    headers: "header{}",
    securitySchemes: "securityScheme{}",
    links: "link{}",
    callbacks: "callback{}",
    pathItems: "pathItem{}",
    mediaTypes: "mediaType{}",
  },
  paths: { "*": "pathItem" },
  pathItem: {
    ...each("operation", "get put post delete options head patch trace query"),
    additionalOperations: "operation{}",
    parameters: "parameter[]",
    servers: "data[]",
  },
  operation: {
    parameters: "parameter[]",
    requestBody: "requestBody",
    responses: "responses",
    callbacks: "callback{}",
    servers: "data[]",
  },
  responses: { "*": "response" },
  callback: { "*": "pathItem" },
  parameter: parameterFields,
  header: parameterFields,
  requestBody: { content: "mediaType{}" },
  response: { headers: "header{}", content: "mediaType{}", links: "link{}" },
  mediaType: {
    schema: "schema",
    itemSchema: "schema",
    examples: "example{}",
    encoding: "encoding{}",
    prefixEncoding: "encoding[]",
    itemEncoding: "encoding",
  },
  encoding: {
    headers: "header{}",
    encoding: "encoding{}",
    prefixEncoding: "encoding[]",
    itemEncoding: "encoding",
  },
  schema: schemaFields,
};

/**
 * Type → the section of `components` that holds shared objects of that type. Types without one have no entry.
 */
export const componentSections: Readonly<Record<NodeType, string>> = Object.fromEntries(
  Object.entries(fields["components"]!).map(([section, type]) => [type.slice(0, -2), section]),
);

/**
 * The types of a node's children: `every` for all of them, otherwise `named` by key and `others` for the
 * rest; extensions excluded.
 */
interface Shape {
  readonly every: NodeType | undefined;
  readonly named: ReadonlyMap<string, NodeType>;
  readonly others: NodeType | undefined;
}

const shapes = new Map<NodeType, Shape>();

/** Computed once per type, because a walk looks it up for every node of a document. */
function shapeOf(type: NodeType): Shape {
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const { "*": others, ...named } = fields[type] ?? {};
  const every = type.endsWith("{}") || type.endsWith("[]") ? type.slice(0, -2) : undefined;
  const shape = { every, named: new Map(Object.entries(named)), others };
  shapes.set(type, shape);
  return shape;
}

/** Returns the type of the value under `key` in a node of a type; undefined if it is not known. */
function typeOfField({ every, named, others }: Shape, key: string): NodeType | undefined {
  return every ?? named.get(key) ?? (others === undefined || key.startsWith("x-") ? undefined : others);
}

/**
 * Returns the type of the node that segments lead to from the root of a document; undefined for nodes that a
 * walk does not reach.
 */
export function typeAt(segments: readonly string[]): NodeType | undefined {
  return segments.reduce<NodeType | undefined>(
    (type, segment) => (type === undefined ? undefined : typeOfField(shapeOf(type), segment)),
    "document",
  );
}

/** Returns the typed children of a node, in source order. */
export function typedChildren(
  type: NodeType,
  node: JsonObject | readonly Json[],
): [string, NodeType, Json][] {
  const children: [string, NodeType, Json][] = [];
  eachTypedChild(type, node, (key, childType, child) => children.push([key, childType, child]));
  return children;
}

/** Calls `visit` for each typed child of a node. */
export function eachTypedChild(
  type: NodeType,
  node: JsonObject | readonly Json[],
  visit: (key: string, type: NodeType, child: Json) => void,
): void {
  if (isArray(node)) {
    if (!type.endsWith("[]")) return;
    const itemType = type.slice(0, -2);
    for (let index = 0; index < node.length; index++) visit(String(index), itemType, node[index]!);
    return;
  }
  const shape = shapeOf(type);
  for (const key of Object.keys(node)) {
    const fieldType = typeOfField(shape, key);
    const value = fieldType === undefined ? undefined : node[key];
    // A string under `$ref` makes the node a reference, even in maps with arbitrary names; an object there is
    // a member named `$ref`.
    if (value === undefined || (key === "$ref" && typeof value === "string")) continue;
    if (fieldType !== undefined) visit(key, fieldType, value);
  }
}

/** Returns, as a phrase, what kind of value a node of a type must be; undefined if it is one. */
export function shapeError(type: NodeType, node: Json): string | undefined {
  if (type.endsWith("[]")) return isArray(node) ? undefined : "a list";
  if (type === "schema")
    return isObject(node) || typeof node === "boolean" ? undefined : "a schema: an object, true or false";
  return isObject(node) ? undefined : "an object";
}

function each(type: NodeType, names: string): Record<string, NodeType> {
  return Object.fromEntries(names.split(" ").map((name) => [name, type]));
}
