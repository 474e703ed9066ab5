// OpenAPI 3.2 to 3.1, for tools that do not know it: what 3.1 can say stays, what it cannot is named.
// https://spec.openapis.org/oas/v3.2.0.html
import type { Json, JsonObject, OpenApiDocument } from "./document.ts";
import { isEventStream, isStreamType } from "../runtime/boundary/media-type.ts";
import { follow, isArray, isObject, refOf } from "./pointer.ts";
import { replaceNodes } from "./replace-nodes.ts";
import { pointerOf, walkDocument, walkNode } from "./walk.ts";

/** What a 3.1 document does not say any more. */
export interface Lost {
  readonly pointer: string;
  readonly problem: string;
}

/**
 * The document in the words of 3.1; any other version as it is. `query` and `additionalOperations` stay in their places:
 * `operationsOf` reads them in every version.
 *
 * @param isKept  whether what 3.1 does not say stays beside what is made of it, for who tells the document again (`asWritten32`)
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
    if (type === "mediaType") {
      const target = refOf(node) === undefined ? node : follow(root, { pointer: "", node }).node;
      if (!isObject(target)) return;
      const { schema, ...more } = schemaOfItems(root, visit.key, target);
      for (const [field, problem] of Object.entries(unsaid)) {
        if (target[field] !== undefined && !(field === "itemSchema" && schema !== undefined))
          lost.push({ pointer: pointerOf(visit), problem });
      }
      // Without `$ref`: 3.1 has no shared media types.
      if (target !== node || Object.keys(unsaid).some((field) => field in target))
        replaced.set(node, {
          ...(isKept ? target : plain(target)),
          ...(schema === undefined ? {} : { schema, ...(isKept ? {} : more) }),
        });
    }
    if (type === "parameter" && node["in"] === "querystring") {
      lost.push({
        pointer: pointerOf(visit),
        problem: "a parameter that is the whole query string is left out",
      });
    }
  });
  const result = replaceNodes({ ...root, openapi: "3.1.1" }, (node) => replaced.get(node));
  return { document: { ...document, root: result }, lost };
}

/** Whether a part of a document holds what 3.1 does not say, and `downgrade32` kept. */
export function isNewer32(part: { readonly type: string; readonly node: JsonObject }): boolean {
  let isNewer = false;
  walkNode({ ...part, pointer: "" }, ({ type, node }) => {
    isNewer ||=
      type === "mediaType" &&
      isObject(node) &&
      Object.keys(node).some((field) => Object.hasOwn(unsaid, field));
  });
  return isNewer;
}

/**
 * A part of a document that `downgrade32` kept whole, as 3.2 says it: without the `schema` that was made of an `itemSchema`.
 *
 * @param part  its kind (`operation`, `document`, …), as a walk knows it
 */
export function asWritten32(part: { readonly type: string; readonly node: JsonObject }): JsonObject {
  const replaced = new Map<JsonObject, JsonObject>();
  walkNode({ ...part, pointer: "" }, ({ type, key, node }) => {
    if (type !== "mediaType" || !isObject(node)) return;
    if (node["itemSchema"] === undefined || !isStreamType(key)) return;
    replaced.set(node, Object.fromEntries(Object.entries(node).filter(([field]) => field !== "schema")));
  });
  return replaced.size === 0 ? part.node : replaceNodes(part.node, (node) => replaced.get(node));
}

const unsaid: Readonly<Record<string, string>> = {
  itemSchema: "itemSchema is left out: what streams in has no type",
  prefixEncoding: "prefixEncoding is left out: parts by position cannot be sent",
  itemEncoding: "itemEncoding is left out: parts by position cannot be sent",
};

/**
 * A stream's `itemSchema` as a 3.1 document says it: of server-sent events, the schema of the data, and which event has which; elsewhere,
 * that of the whole content, which is a list. Empty where 3.1 has no words for it.
 */
function schemaOfItems(root: JsonObject, mediaType: string, media: JsonObject): JsonObject {
  const { itemSchema: items } = media;
  if (items === undefined) return {};
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

/** The data of one kind of events; `event` is their name, where the document gives one. */
interface EventData {
  readonly data: Json;
  readonly event: string | undefined;
}

/** `contentSchema`, where the data is JSON; for events of several kinds, the data of each of them. */
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

/** How many compositions of events are looked into. */
const deepest = 8;

function plain(media: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(media).filter(([key]) => !Object.hasOwn(unsaid, key)));
}
