// Converts OpenAPI 3.2 to 3.1 for tools that do not support 3.2: keeps what 3.1 can express, and reports what
// it cannot.
// https://spec.openapis.org/oas/v3.2.0.html
import type { Json, JsonObject, OpenApiDocument } from "./document.ts";
import { isEventStream, isPartsType, isStreamType } from "../runtime/boundary/media-type.ts";
import { follow, isArray, isObject, type Located, refOf } from "./pointer.ts";
import { replaceNodes } from "./replace-nodes.ts";
import { pointerOf, walkDocument, walkNode } from "./walk.ts";
import { fieldsOfWholeQuery } from "./whole-query.ts";

/** A part of the 3.2 document that 3.1 cannot express, and that the result does not contain. */
export interface Lost {
  readonly pointer: string;
  readonly problem: string;
}

/**
 * Returns the document as 3.1; documents of other versions are returned unchanged. `query` and
 * `additionalOperations` are kept, because `operationsOf` reads them in every version.
 *
 * @param isKept  whether the result contains the 3.2 fields together with their 3.1 replacements, so that
 *   `asWritten32` can restore them
 */
export function downgrade32(
  document: OpenApiDocument,
  isKept = false,
): { document: OpenApiDocument; lost: Lost[] } {
  if (!document.declaredVersion.startsWith("3.2.")) return { document, lost: [] };
  const { root } = document;
  const replaced = new Map<JsonObject, JsonObject>();
  const lost: Lost[] = [];
  walkDocument(root, (visit) => {
    const { node, type } = visit;
    if (!isObject(node)) return;
    if (type === "encoding") {
      for (const field of ["encoding", "prefixEncoding", "itemEncoding"])
        if (node[field] !== undefined) lost.push({ pointer: pointerOf(visit), problem: partsOfParts(field) });
    }
    if (type === "mediaType") {
      const target = refOf(node) === undefined ? node : follow(root, { pointer: "", node }).node;
      if (!isObject(target)) return;
      const pointer = pointerOf(visit);
      const { schema, ...more } = schemaOfItems(root, { pointer, node: target }, visit.key);
      const unsent = reasonNotSent({ pointer, node: target }, visit.key);
      for (const field of newFields) {
        if (target[field] === undefined) continue;
        if (field !== "itemSchema") {
          if (unsent !== undefined) lost.push({ pointer, problem: `${field} is left out: ${unsent}` });
        } else if (schema === undefined && target["schema"] === undefined)
          lost.push({ pointer, problem: "itemSchema is left out: streamed items have no type" });
      }
      // The `$ref` is dropped: 3.1 has no reusable media types.
      if (target !== node || newFields.some((field) => field in target))
        replaced.set(node, {
          ...(isKept ? target : withoutNewFields(target, unsent === undefined)),
          ...(schema === undefined ? {} : { schema, ...(isKept ? {} : more) }),
        });
    }
    const parameters = node["parameters"];
    if ((type === "operation" || type === "pathItem") && isArray(parameters)) {
      const replacements = parameters.flatMap((one) => fieldsOf(root, one) ?? [one]);
      if (
        replacements.length !== parameters.length ||
        replacements.some((one, index) => one !== parameters[index])
      )
        replaced.set(node, { ...node, parameters: replacements });
    }
    if (
      type === "parameter" &&
      node["in"] === "querystring" &&
      fieldsOfWholeQuery(root, node) === undefined
    ) {
      lost.push({
        pointer: pointerOf(visit),
        problem: "a parameter that is the whole query string is left out",
      });
    }
  });
  const result = replaceNodes({ ...root, openapi: "3.1.1" }, (node) => replaced.get(node));
  return { document: { ...document, root: result }, lost };
}

/** Returns the parameters that replace a parameter for the whole query string, or undefined. */
function fieldsOf(root: JsonObject, written: Json): JsonObject[] | undefined {
  const { node } = follow(root, { pointer: "", node: written });
  return isObject(node) && node["in"] === "querystring" ? fieldsOfWholeQuery(root, node) : undefined;
}

/** Returns true if a part of a document has 3.2 fields that `downgrade32` kept. */
export function isNewer32(part: { readonly type: string; readonly node: JsonObject }): boolean {
  let isNewer = false;
  walkNode({ ...part, pointer: "" }, ({ type, node }) => {
    isNewer ||=
      type === "mediaType" && isObject(node) && newFields.some((field) => Object.hasOwn(node, field));
  });
  return isNewer;
}

/**
 * Returns a part that `downgrade32` kept in its 3.2 form: without the `schema` that was derived from an
 * `itemSchema`.
 *
 * @param part  the part with its node type (`operation`, `document`, …), as a walk reports it
 */
export function asWritten32(part: { readonly type: string; readonly node: JsonObject }): JsonObject {
  const replaced = new Map<JsonObject, JsonObject>();
  walkNode({ ...part, pointer: "" }, ({ type, key, node }) => {
    if (type !== "mediaType" || !isObject(node)) return;
    if (node["itemSchema"] === undefined || !(isStreamType(key) || isPartsType(key))) return;
    replaced.set(node, Object.fromEntries(Object.entries(node).filter(([field]) => field !== "schema")));
  });
  return replaced.size === 0 ? part.node : replaceNodes(part.node, (node) => replaced.get(node));
}

/** Fields of a media type that 3.1 does not have. */
const newFields: readonly string[] = ["itemSchema", "prefixEncoding", "itemEncoding"];

/**
 * Returns why the parts of a multipart body cannot be sent by position; undefined if they can, by the fields
 * that the result keeps.
 */
function reasonNotSent({ pointer, node }: Located<JsonObject>, mediaType: string): string | undefined {
  if (isOfResponse(pointer)) return "the parts of a response are received as one file";
  if (!/^multipart\//i.test(mediaType)) return "only multipart bodies have parts";
  if (!isPartsType(mediaType)) return "the parts of multipart/form-data are sent by name";
  if (node["schema"] === undefined && node["itemSchema"] === undefined)
    return "there is no schema of the list whose items are the parts";
  return undefined;
}

function partsOfParts(field: string): string {
  return `${field} of a part is left out: parts of a part are sent as given`;
}

function isOfResponse(pointer: string): boolean {
  return /\/responses\//.test(pointer);
}

/**
 * Returns the 3.1 equivalent of an `itemSchema`: for server-sent events, the schema of the data and the
 * schema by event name; for the items of other streams and the parts of a request, a list schema for the
 * whole content. Empty if 3.1 cannot express it.
 */
function schemaOfItems(
  root: JsonObject,
  { pointer, node: media }: Located<JsonObject>,
  mediaType: string,
): JsonObject {
  const { itemSchema: items } = media;
  if (items === undefined) return {};
  if (isPartsType(mediaType))
    return isOfResponse(pointer) || media["schema"] !== undefined ? {} : { schema: { type: "array", items } };
  if (!isEventStream(mediaType)) return isStreamType(mediaType) ? { schema: { type: "array", items } } : {};
  const found = dataOfEvents(root, items, 0);
  const [first] = found;
  if (first === undefined) return {};
  const names = found.map(({ event }) => event ?? null);
  const sdk = isObject(media["x-sdk"]) ? media["x-sdk"] : {};
  const stream = isObject(sdk["stream"]) ? sdk["stream"] : {};
  return {
    schema: found.length === 1 ? first.data : { anyOf: found.map(({ data }) => data) },
    ...(names.some((name) => name !== null) && { "x-sdk": { ...sdk, stream: { events: names, ...stream } } }),
  };
}

/** The data schema of one kind of event; `event` is its name, where the document declares one. */
interface EventData {
  readonly data: Json;
  readonly event: string | undefined;
}

/** Returns the `contentSchema` if the data is JSON; for several kinds of events, one entry per kind. */
function dataOfEvents(root: JsonObject, event: Json, depth: number): EventData[] {
  const { node } = follow(root, { pointer: "", node: event });
  if (!isObject(node) || depth > deepest) return [];
  const properties = isObject(node["properties"]) ? node["properties"] : {};
  const data = properties["data"];
  if (data !== undefined) {
    const { node: text } = follow(root, { pointer: "", node: data });
    const content = isObject(text) ? text["contentSchema"] : undefined;
    return [{ data: content ?? data, event: nameOfEvent(properties["event"]) }];
  }
  for (const keyword of ["oneOf", "anyOf", "allOf"]) {
    const branches = node[keyword];
    if (!isArray(branches)) continue;
    const found = branches.flatMap((branch) => dataOfEvents(root, branch, depth + 1));
    if (found.length > 0) return found;
  }
  return [];
}

function nameOfEvent(schema: Json | undefined): string | undefined {
  if (!isObject(schema)) return undefined;
  const { const: value, enum: values } = schema;
  const name = value ?? (isArray(values) && values.length === 1 ? values[0] : undefined);
  return typeof name === "string" ? name : undefined;
}

/** Maximum depth of nested compositions of event schemas. */
const deepest = 8;

/** @param isSent  whether the fields for parts by position are kept */
function withoutNewFields(media: JsonObject, isSent: boolean): JsonObject {
  const left = isSent ? ["itemSchema"] : newFields;
  return Object.fromEntries(Object.entries(media).filter(([key]) => !left.includes(key)));
}
