// Fills the facts of an error into the properties of its schema, by the names that documents commonly use.
import { conjuncts, type SchemaPart } from "../../containment/schema-part.ts";
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { mergedSchema } from "../../exchange/merged-schema.ts";
import type { RequestProblem } from "../../runtime/boundary/problem.ts";
import { codeOf, wordFor } from "./error-words.ts";

/** The facts of an error that a body can contain. */
export interface ErrorFacts {
  readonly status: number;
  /** Reason phrase. */
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly RequestProblem[];
  /** Whether the body lists the errors, so that its sentences need not repeat them. */
  readonly isListed?: boolean;
  /** Whether the body is a problem document (RFC 9457). */
  readonly isProblem?: boolean;
}

/** Maximum depth of error bodies: `{ error: { details: [{ message }] } }`. */
const deepest = 3;
const listNames = /^(errors?|details?|violations|problems|issues|invalid_?params|fields)$/i;

/**
 * Returns the error body with the facts filled in.
 *
 * @param usual  an error that the document allows; properties with other names keep its values
 */
export function fillError(
  root: JsonObject,
  part: SchemaPart,
  usual: Json,
  facts: ErrorFacts,
  depth = 0,
): Json {
  if (typeof usual === "string" && depth === 0) return withErrors(facts);
  if (isArray(usual) && depth === 0) return listOf(root, part, usual, facts);
  if (!isObject(usual) || depth >= deepest) return usual;
  const properties = propertiesOf(root, part);
  const hasList = Object.entries(properties).some(
    ([name, schema]) => listNames.test(name) && typesOf(root, { schema }).includes("array"),
  );
  const told = hasList ? { ...facts, isListed: true } : facts;
  const required = requiredOf(root, part);
  const filled = new Map<string, Json>();
  for (const name of new Set([...Object.keys(usual), ...Object.keys(properties)])) {
    const schema: SchemaPart = { schema: properties[name] ?? true };
    const value = valueFor(
      root,
      name,
      { schema, usual: usual[name], isDeclared: name in properties, isRequired: required.has(name) },
      told,
      depth,
    );
    if (value !== undefined) filled.set(name, value);
  }
  return Object.fromEntries(filled);
}

function valueFor(
  root: JsonObject,
  name: string,
  {
    schema,
    usual,
    isDeclared,
    isRequired,
  }: {
    readonly schema: SchemaPart;
    readonly usual: Json | undefined;
    readonly isDeclared: boolean;
    readonly isRequired: boolean;
  },
  facts: ErrorFacts,
  depth: number,
): Json | undefined {
  const types = typesOf(root, schema);
  if (listNames.test(name) && (types.includes("array") || isArray(usual))) {
    if (facts.errors.length > 0) return listOf(root, schema, usual, facts);
    // The problems in an example belong to other errors.
    return isRequired ? (mayBeEmpty(root, schema) ? [] : usual) : undefined;
  }
  const isText = types.includes("string") || (types.length === 0 && typeof usual === "string");
  const isNumber =
    types.includes("integer") ||
    types.includes("number") ||
    (types.length === 0 && typeof usual === "number");
  if (/^(status|status_?code|http_?status(_?code)?|code)$/i.test(name)) {
    if (
      isNumber &&
      (usual === undefined || name.toLowerCase() !== "code" || usual === 0 || usual === 1 || isStatus(usual))
    )
      return facts.status;
    if (isText && typeof usual === "string" && isStatus(Number(usual))) return String(facts.status);
    return isText ? codeFor(root, name, { schema, usual }, facts) : usual;
  }
  // RFC 9457, section 4.2.1: the type of a problem that its status describes completely.
  if (name === "type" && facts.isProblem === true && depth === 0 && isDeclared && usual === name)
    return "about:blank";
  if (/^(error_?code|error_?type|type|kind|reason|error)$/i.test(name) && isText && isFixed(root, schema))
    return codeFor(root, name, { schema, usual }, facts);
  if (
    /^(message|msg|detail|description|error_?(message|description)|reason|error)$/i.test(name) &&
    isText &&
    !isFixed(root, schema)
  )
    return isDeclared || usual !== undefined ? withErrors(facts) : undefined;
  if (name === "title" && isText && !isFixed(root, schema)) return facts.title;
  if (usual === undefined) return undefined;
  return isObject(usual) ? fillError(root, schema, usual, facts, depth + 1) : usual;
}

/** Returns the code whose word is about the status; for a text that was made from its name, its phrase. */
function codeFor(
  root: JsonObject,
  name: string,
  { schema, usual }: { readonly schema: SchemaPart; readonly usual: Json | undefined },
  { status, title }: ErrorFacts,
): Json | undefined {
  if (usual === undefined) return undefined;
  const nodes = conjuncts(root, [schema]).map((one) => one.schema);
  const lists = nodes.flatMap((node) => (isObject(node) && isArray(node["enum"]) ? [node["enum"]] : []));
  const codes = lists.flat().filter((code) => typeof code === "string");
  if (codes.length > 0) return wordFor(status, codes) ?? usual;
  const isFree = nodes.every((node) => !isObject(node) || !limits.some((keyword) => keyword in node));
  return isFree && usual === name ? codeOf(title) : usual;
}

const limits = ["const", "pattern", "format", "maxLength", "minLength", "not"];

function isStatus(value: Json): boolean {
  return typeof value === "number" && value >= 400 && value < 600;
}

/** Returns the sentence, with its problems if they are few. */
function withErrors({ detail, errors, isListed = false }: ErrorFacts): string {
  if (isListed) return detail;
  const told = errors.slice(0, 5).map((error) => `${locationOf(error)} ${error.detail}`);
  return told.length === 0
    ? detail
    : `${detail} ${told.join("; ")}${errors.length > told.length ? "; …" : "."}`;
}

function locationOf({ in: place, name, pointer }: RequestProblem): string {
  return name ?? (place === "body" ? `body${pointer ?? ""}` : place);
}

function listOf(root: JsonObject, list: SchemaPart, usual: Json | undefined, facts: ErrorFacts): Json {
  const { schema } = mergedSchema({ root, view: "response", closed: false }, list);
  const { items, maxItems } = schema === false ? {} : schema;
  const part: SchemaPart = { schema: items ?? true };
  const most = typeof maxItems === "number" ? maxItems : 100;
  const [example] = isArray(usual) ? usual : [];
  const isText = typesOf(root, part).includes("string") || typeof example === "string";
  return facts.errors
    .slice(0, most)
    .map((error) => (isText ? `${locationOf(error)} ${error.detail}` : itemOf(root, part, example, error)));
}

const detailNames = /^(detail|message|msg|description|reason|error|issue|problem|text|explanation)$/i;

/** Returns one problem, with the property names of the list's items. */
function itemOf(root: JsonObject, part: SchemaPart, example: Json | undefined, error: RequestProblem): Json {
  const properties = propertiesOf(root, part);
  const names = Object.keys(properties);
  if (names.length === 0) return { ...error };
  const item = new Map<string, Json>(
    Object.entries(isObject(example) ? example : {}).map(([name, value]) => [name, value ?? null]),
  );
  const path = (error.pointer ?? "").split("/").slice(1);
  for (const name of names) {
    const isList = typesOf(root, { schema: properties[name] ?? true }).includes("array");
    if (/^(in|source|where)$/i.test(name)) item.set(name, error.in);
    else if (detailNames.test(name)) item.set(name, error.detail);
    else if (/^(loc|location|path)$/i.test(name) && isList)
      item.set(name, [error.in, ...(error.name === undefined ? path : [error.name])]);
    else if (/^(field|property|param(eter)?|name|target|loc|location|path|pointer)$/i.test(name)) {
      const isPointer = name === "pointer";
      const value = isPointer ? error.pointer : (error.name ?? (path.join(".") || error.in));
      if (value === undefined || (name === "name" && error.name === undefined)) item.delete(name);
      else item.set(name, value);
    }
  }
  return Object.fromEntries(item);
}

function requiredOf(root: JsonObject, part: SchemaPart): ReadonlySet<Json> {
  const nodes = conjuncts(root, [part]).map(({ schema }) => schema);
  return new Set(
    nodes.flatMap((node) => (isObject(node) && isArray(node["required"]) ? node["required"] : [])),
  );
}

function mayBeEmpty(root: JsonObject, part: SchemaPart): boolean {
  const { schema } = mergedSchema({ root, view: "response", closed: false }, part);
  return schema !== false && (schema["minItems"] ?? 0) === 0;
}

function propertiesOf(root: JsonObject, part: SchemaPart): Readonly<Record<string, Json>> {
  const own = conjuncts(root, [part])
    .map(({ schema }) => schema)
    .filter(isObject);
  const branches = own
    .flatMap(({ oneOf, anyOf }) => [...(isArray(oneOf) ? oneOf : []), ...(isArray(anyOf) ? anyOf : [])])
    .flatMap((branch) => conjuncts(root, [{ schema: branch }]).map(({ schema }) => schema))
    .filter(isObject);
  const members = [...own, ...branches].flatMap(({ properties }) =>
    Object.entries(isObject(properties) ? properties : {}),
  );
  return Object.fromEntries(members.map(([name, schema]) => [name, schema ?? true]));
}

function typesOf(root: JsonObject, part: SchemaPart): readonly Json[] {
  const { schema } = mergedSchema({ root, view: "response", closed: false }, part);
  if (schema === false) return [];
  const { type, anyOf, oneOf } = schema;
  const own = isArray(type) ? type : type === undefined ? [] : [type];
  const branches = [...(isArray(anyOf) ? anyOf : []), ...(isArray(oneOf) ? oneOf : [])];
  return [
    ...own,
    ...branches.flatMap((branch) =>
      isObject(branch) && branch["type"] !== undefined ? [branch["type"]] : [],
    ),
  ];
}

/** Returns whether a schema allows only certain texts. */
function isFixed(root: JsonObject, part: SchemaPart): boolean {
  return conjuncts(root, [part]).some(
    ({ schema }) => isObject(schema) && (schema["enum"] !== undefined || schema["const"] !== undefined),
  );
}
