// Two reduced versions of the document: for requests (used by checks) and for responses (used by the test
// fetch); neither contains more than it needs.
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { isInt64, type ValueTypes } from "../generate/value-types.ts";
import { replaceNodes } from "../document/replace-nodes.ts";
import { walkDocument } from "../document/walk.ts";
import type { Plan } from "../generate/plan.ts";
import { pruneDocument } from "./prune-document.ts";

/** Type of a node → the omitted members. */
type Omitted = Readonly<Record<string, readonly string[]>>;

/** Descriptions for human readers. */
const words = ["summary", "description", "externalDocs"];

/** Returns the document without responses, and without components that only responses use. */
export function requestSide(plan: Plan): OpenApiDocument {
  return without(plan, { operation: ["responses"] });
}

/**
 * Returns the document without request bodies and descriptions, and with only the first of several examples.
 */
export function responseSide(plan: Plan): OpenApiDocument {
  return without(plan, {
    document: ["info", "tags", "externalDocs", "servers", "security"],
    pathItem: [...words, "servers"],
    operation: [...words, "requestBody", "tags", "security", "servers"],
    parameter: words,
    header: words,
    response: [...words, "links"],
    example: words,
    securityScheme: [...words, "flows"],
    mediaType: ["encoding"],
    schema: [...words, "title", "xml", "deprecated"],
  });
}

/**
 * Returns the document with integers of 64 bits that may be digits, if a client takes them as such: its
 * validators check what a method is given.
 */
export function withDigits(document: OpenApiDocument, { int64 }: ValueTypes): OpenApiDocument {
  if (int64 !== "string") return document;
  const replaced = new Map<JsonObject, JsonObject>();
  walkDocument(document.root, ({ type, node }) => {
    if (type !== "schema" || !isObject(node) || !isInt64(node)) return;
    const types = [node["type"] ?? []].flat();
    const digits = types.includes("string") ? {} : { pattern: "^-?[0-9]+$" };
    replaced.set(node, { ...node, ...digits, type: [...types, "string"] });
  });
  return { ...document, root: replaceNodes(document.root, (node) => replaced.get(node)) };
}

function without({ document, operations }: Plan, omitted: Omitted): OpenApiDocument {
  const replaced = new Map<JsonObject, JsonObject>();
  walkDocument(document.root, ({ type, node }) => {
    const names = omitted[type];
    if (names !== undefined && isObject(node)) replaced.set(node, smaller(node, names));
  });
  const root = replaceNodes(document.root, (node) => replaced.get(node));
  return pruneDocument({ ...document, root }, operations);
}

function smaller(node: JsonObject, omitted: readonly string[]): JsonObject {
  const kept = Object.entries(node).filter(([name]) => !omitted.includes(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === "examples" ? firstOnly(value) : value]),
  );
}

function firstOnly(examples: Json | undefined): Json | undefined {
  return isObject(examples) ? Object.fromEntries(Object.entries(examples).slice(0, 1)) : examples;
}
