// OpenAPI 3.0 spelling to 3.1: after this a schema is JSON Schema 2020-12, and no other script has to know two dialects.
// https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
import type { Draft } from "./bundle.ts";
import { defineMember } from "./define-member.ts";
import type { Json } from "./document.ts";
import { isArray, isObject, refOf } from "./pointer.ts";
import { pointerOf, type Visit, walkDocument } from "./walk.ts";

/** Told when a node's content now stands one level deeper than it was written. */
export type OnMoved = (pointer: string, writtenAt: string) => void;

/** Changes a 3.0 document, whose references are all local, where it stands. */
export function upgrade30(root: Draft, onMoved: OnMoved): void {
  const visits: Visit[] = [];
  walkDocument(root, (visit) => visits.push(visit));
  // Children first: what wraps a schema's content then wraps content that is done.
  for (const visit of visits.reverse()) {
    if (!isObject(visit.node)) continue;
    if (refOf(visit.node) !== undefined) dropSiblings(visit);
    else if (visit.type === "schema") upgradeSchema(visit.node, () => pointerOf(visit), onMoved);
  }
  root["openapi"] = "3.1.0";
}

/** "This object cannot be extended with additional properties and any properties added SHALL be ignored" (3.0.3). */
function dropSiblings({ type, node }: Visit): void {
  // A Path Item Object's `$ref` is a field among others, not a Reference Object.
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

/** Files are strings in 3.0 by a convention on `format`; 3.1 has JSON Schema's words for them. */
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
 * With a `type`, null joins it; an `enum` beside it still has to list null (OpenAPI 3.0.3, `nullable`).
 *
 * Beside `allOf`, `anyOf` or `oneOf`, the text of 3.0.3 gives `nullable` no effect: the branches refuse null. But since siblings of a
 * `$ref` are ignored, `nullable` beside `allOf: [$ref]`, with or without a type, is how everybody writes a reference that may be null:
 * it is read as it is meant.
 */
function allowNull(schema: Draft, pointer: () => string, onMoved: OnMoved): void {
  const { type, anyOf } = schema;
  const isCombined = combining.some((keyword) => isArray(schema[keyword]));
  // What is combined would still refuse null; an `enum` of its own that does not list null is meant to.
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

/** What says something about a schema to people, and stays with it when its constraints move into a branch. */
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
