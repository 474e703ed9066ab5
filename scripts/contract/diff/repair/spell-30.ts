// Spells a node of OpenAPI 3.1 as OpenAPI 3.0 does: the inverse of `upgrade30`, for edits of a document of
// that version.
import type { Json, JsonObject } from "../../document/document.ts";
import { type NodeType, typedChildren } from "../../document/node-types.ts";
import { isArray, isObject, refOf } from "../../document/pointer.ts";

type Draft = Record<string, Json | undefined>;

/** Returns the node in the syntax of 3.0, everything below it included. */
export function spell30(type: NodeType | undefined, node: Json): Json {
  if (type === undefined || (!isObject(node) && !isArray(node))) return node;
  const children = typedChildren(type, node).map(
    ([key, childType, child]) => [key, spell30(childType, child)] as const,
  );
  if (isArray(node)) return children.length === node.length ? children.map(([, child]) => child) : node;
  const spelled: Draft = { ...node, ...Object.fromEntries(children) };
  return type === "schema" ? schema30(spelled) : spelled;
}

function schema30(schema: Draft): JsonObject {
  const ref = refOf(schema);
  // 3.0 ignores what is beside a reference.
  if (ref !== undefined && Object.keys(schema).length > 1)
    return schema30({ ...without(schema, "$ref"), allOf: [{ $ref: ref }, ...listAt(schema, "allOf")] });
  return [constant, limits, examples, formats, nullable].reduce<Draft>(
    (spelled, spell) => spell(spelled),
    schema,
  );
}

function constant(schema: Draft): Draft {
  return schema["const"] === undefined ? schema : renamed(schema, "const", { enum: [schema["const"]] });
}

/** `exclusiveMinimum: 1` → `minimum: 1, exclusiveMinimum: true`. */
function limits(schema: Draft): Draft {
  return [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ].reduce<Draft>((spelled, [exclusive, inclusive]) => {
    const limit = spelled[exclusive!];
    if (limit === undefined || typeof limit === "boolean") return spelled;
    return renamed(without(spelled, inclusive!), exclusive!, { [inclusive!]: limit, [exclusive!]: true });
  }, schema);
}

function examples(schema: Draft): Draft {
  const { examples: all } = schema;
  return isArray(all) && all.length > 0 ? renamed(schema, "examples", { example: all[0] }) : schema;
}

function formats(schema: Draft): Draft {
  if (schema["contentEncoding"] === "base64") return renamed(schema, "contentEncoding", { format: "byte" });
  if (schema["contentMediaType"] === "application/octet-stream")
    return renamed(schema, "contentMediaType", { format: "binary" });
  return schema;
}

/** Lists of types and the type `null` → one type, unions and `nullable`. */
function nullable(schema: Draft): Draft {
  const { type, anyOf, ...others } = schema;
  if (isArray(type)) {
    const types = type.filter((one) => one !== "null");
    const takesNull = types.length < type.length && { nullable: true };
    if (types.length === 1) return renamed(schema, "type", { type: types[0], ...takesNull });
    const union = types.map((one) => ({ type: one }));
    // A union of its own, if the schema has another one.
    return anyOf === undefined
      ? renamed(schema, "type", { anyOf: union, ...takesNull })
      : { ...without(schema, "type"), allOf: [...listAt(schema, "allOf"), { anyOf: union }], ...takesNull };
  }
  // No type of 3.0 has null alone.
  if (type === "null") return renamed(schema, "type", { enum: [null] });
  if (!isArray(anyOf) || type !== undefined || schema["allOf"] !== undefined || schema["oneOf"] !== undefined)
    return schema;
  const left = anyOf.filter((branch) => !isNull(branch));
  if (left.length === anyOf.length || left.length === 0) return schema;
  const [only] = left;
  // As `upgrade30` wraps a nullable schema that consists of others.
  const isWrapped = left.length === 1 && isObject(only) && isCombined(only);
  if (isWrapped && Object.keys(others).every((key) => !Object.hasOwn(only, key)))
    return { ...others, ...only, nullable: true };
  return { ...schema, anyOf: left, nullable: true };
}

/** True for the spelling of `{ type: "null" }`; branches are spelled before the schema that contains them. */
function isNull(branch: Json): boolean {
  return JSON.stringify(branch) === '{"enum":[null]}';
}

function isCombined(schema: JsonObject): boolean {
  return ["allOf", "anyOf", "oneOf"].some((keyword) => isArray(schema[keyword]));
}

function listAt(schema: Draft, key: string): readonly Json[] {
  const list = schema[key];
  return isArray(list) ? list : [];
}

function without(schema: Draft, key: string): Draft {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}

/** Replaces a member by others, in its position. */
function renamed(schema: Draft, key: string, others: Draft): Draft {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, member]) =>
      name === key ? Object.entries(others) : Object.hasOwn(others, name) ? [] : [[name, member]],
    ),
  );
}
