// Rewrites OpenAPI 3.0 as 3.1: after this a schema is JSON Schema 2020-12, and no other module has to support
// two dialects.
// https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
import type { Draft } from "./bundle.ts";
import { defineMember } from "./define-member.ts";
import type { Json, JsonObject } from "./document.ts";
import { isArray, isObject, refOf } from "./pointer.ts";
import { pointerOf, type Visit, walkDocument } from "./walk.ts";

/** Called when the content of a node was moved one level deeper than it was written. */
export type OnMoved = (pointer: string, writtenAt: string) => void;

/** Rewrites a 3.0 document in place; its references must all be local. */
export function upgrade30(root: Draft, onMoved: OnMoved): void {
  const visits: Visit[] = [];
  walkDocument(root, (visit) => {
    if (isObject(visit.node) && isWrittenAs30(visit.node)) visits.push(visit);
  });
  // Children first, so that content that is wrapped has already been rewritten.
  for (const visit of visits.reverse()) {
    if (!isObject(visit.node)) continue;
    if (refOf(visit.node) !== undefined) dropSiblings(visit);
    else if (visit.type === "schema") upgradeSchema(visit.node, () => pointerOf(visit), onMoved);
  }
  root["openapi"] = "3.1.0";
}

/** Returns true for a node that may have to be rewritten: few are kept until the walk is over. */
function isWrittenAs30(node: JsonObject): boolean {
  return rewritten.some((name) => Object.hasOwn(node, name));
}

const rewritten = ["$ref", "nullable", "example", "exclusiveMinimum", "exclusiveMaximum", "format"];

/**
 * "This object cannot be extended with additional properties and any properties added SHALL be ignored"
 * (3.0.3).
 */
function dropSiblings({ type, node }: Visit): void {
  // The `$ref` of a Path Item Object is one of its fields, not a Reference Object.
  if (type === "pathItem") return;
  for (const key of Object.keys(node as Draft))
    if (key !== "$ref") Reflect.deleteProperty(node as Draft, key);
}

function upgradeSchema(schema: Draft, pointer: () => string, onMoved: OnMoved): void {
  upgradeLimit(schema, "exclusiveMinimum", "minimum");
  upgradeLimit(schema, "exclusiveMaximum", "maximum");
  upgradeExample(schema);
  upgradeFormat(schema);
  const nullable = schema["nullable"];
  delete schema["nullable"];
  if (nullable === true) allowNull(schema, pointer, onMoved);
}

/** `minimum: 1, exclusiveMinimum: true` → `exclusiveMinimum: 1`. */
function upgradeLimit(schema: Draft, exclusive: string, inclusive: string): void {
  if (typeof schema[exclusive] !== "boolean") return;
  const limit = schema[inclusive];
  if (schema[exclusive] && limit !== undefined) {
    schema[exclusive] = limit;
    Reflect.deleteProperty(schema, inclusive);
  } else {
    Reflect.deleteProperty(schema, exclusive);
  }
}

function upgradeExample(schema: Draft): void {
  const { example } = schema;
  if (example === undefined) return;
  delete schema["example"];
  schema["examples"] ??= [example];
}

/** OpenAPI 3.0 describes files as strings with a `format`; 3.1 uses JSON Schema's content keywords. */
function upgradeFormat(schema: Draft): void {
  if (schema["type"] !== "string") return;
  if (schema["format"] === "byte") {
    delete schema["format"];
    schema["contentEncoding"] = "base64";
  } else if (schema["format"] === "binary") {
    delete schema["format"];
    schema["contentMediaType"] = "application/octet-stream";
  }
}

const combining = ["allOf", "anyOf", "oneOf"];

/**
 * Rewrites `nullable`: with a `type`, null is added to it; an `enum` beside it must still list null (OpenAPI
 * 3.0.3, `nullable`).
 *
 * Beside `allOf`, `anyOf` or `oneOf`, the text of 3.0.3 gives `nullable` no effect: the branches reject null.
 * But since siblings of a `$ref` are ignored, `nullable` beside `allOf: [$ref]`, with or without a type, is
 * the common way to write a nullable reference: it is treated as nullable.
 */
function allowNull(schema: Draft, pointer: () => string, onMoved: OnMoved): void {
  const { type, anyOf } = schema;
  const isCombined = combining.some((keyword) => isArray(schema[keyword]));
  // The combined schemas would still reject null. An own `enum` without null rejects it on purpose.
  if (typeof type === "string" && (!isCombined || isArray(schema["enum"]))) schema["type"] = [type, "null"];
  else if (isCombined) {
    if (
      type === undefined &&
      isArray(anyOf) &&
      schema["allOf"] === undefined &&
      schema["oneOf"] === undefined
    ) {
      schema["anyOf"] = [...anyOf, { type: "null" }];
    } else {
      wrap(schema);
      onMoved(`${pointer()}/anyOf/0`, pointer());
    }
  }
}

/** Annotations, which stay with a schema when its constraints move into a branch. */
const annotations = /^(title|description|default|examples|deprecated|readOnly|writeOnly|externalDocs|x-.*)$/;

function wrap(schema: Draft): void {
  const inner: Record<string, Json> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (annotations.test(key) || value === undefined) continue;
    defineMember(inner, key, value);
    Reflect.deleteProperty(schema, key);
  }
  schema["anyOf"] = [inner, { type: "null" }];
}
