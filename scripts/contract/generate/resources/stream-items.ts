// The items of a stream: the schema that describes them, and whether they are JSON.
import type { Json, JsonObject } from "../../document/document.ts";
import { child, childPointer, follow, isArray, isObject, type Located } from "../../document/pointer.ts";
import { type Code, emit } from "../code.ts";
import { printString } from "../literal.ts";
import type { PlannedContent, PlannedOperation } from "../plan.ts";
import { successes } from "./link-plans.ts";
import { streamSettings } from "./stream-methods.ts";
import { isEventStream, isStreamType } from "../../runtime/boundary/media-type.ts";

/** Returns the media types of an operation's success responses that are streams. */
export function streamsOf(operation: PlannedOperation): PlannedContent[] {
  return successes(operation).flatMap(({ content }) =>
    content.filter(({ mediaType }) => isStreamType(mediaType)),
  );
}

/**
 * The schema of an item: the given one or, if that describes the whole content as a list, that of its items.
 */
export interface ItemSchema {
  readonly schema: Located | undefined;
  readonly inList: boolean;
}

/** For events, the schema describes the data (OpenAPI 3.1 has no terms for the rest). */
export function itemSchemaOf(root: JsonObject, { mediaType, schema }: PlannedContent): ItemSchema {
  if (schema === undefined || isEventStream(mediaType)) return { schema, inList: false };
  const { node, pointer } = follow(root, schema);
  const items = isObject(node) && node["type"] === "array" ? child(node, "items") : undefined;
  if (items === undefined) return { schema, inList: false };
  return { schema: { pointer: childPointer(pointer, "items"), node: items }, inList: true };
}

/** One kind of events: its name, if the document declares one, and its data. */
export interface EventKind {
  readonly event: string | undefined;
  readonly schema: Located | undefined;
}

/**
 * Returns the kinds of events whose names the document declares (`x-sdk.stream.events`, in the order of the
 * branches of the schema); empty if there are none.
 */
export function eventKinds(root: JsonObject, { schema, stream }: PlannedContent): EventKind[] {
  const names = stream?.["events"];
  if (!isArray(names) || schema === undefined) return [];
  const { node, pointer } = follow(root, schema);
  const [keyword = "", branches] = isObject(node)
    ? (Object.entries(node).find(([key]) => key === "anyOf" || key === "oneOf") ?? [])
    : [];
  return names.flatMap((name, index): EventKind[] => {
    const event = typeof name === "string" ? name : undefined;
    if (!isArray(branches)) return index === 0 ? [{ event, schema }] : [];
    const branch = branches[index];
    return branch === undefined
      ? []
      : [{ event, schema: { pointer: childPointer(pointer, keyword, index), node: branch } }];
  });
}

const plainTypes = new Map<Json | undefined, Code>([
  ["integer", emit`number`],
  ["number", emit`number`],
  ["string", emit`string`],
  ["boolean", emit`boolean`],
  ["null", emit`null`],
]);

/** Returns the type of a scalar schema. */
export function scalarType(node: Json | undefined): Code | undefined {
  if (!isObject(node) || node["enum"] !== undefined || node["format"] !== undefined) return undefined;
  if ("const" in node) return typeof node["const"] === "string" ? printString(node["const"]) : undefined;
  return plainTypes.get(node["type"]);
}

/** Whether all success responses are streams: then the method returns a stream. */
export function isStream(operation: PlannedOperation): boolean {
  const content = successes(operation).flatMap((response) => response.content);
  return content.length > 0 && content.every(({ mediaType }) => isStreamType(mediaType));
}

/** Returns the text that ends a stream, if the document declares one. */
export function sentinelOf(operation: PlannedOperation, { stream }: PlannedContent): string | undefined {
  const sentinel = stream?.["sentinel"] ?? streamSettings(operation)["sentinel"];
  return typeof sentinel === "string" ? sentinel : undefined;
}

/**
 * Returns the runtime's setting: `all` if items are texts, `some` if they may be; undefined if all are JSON.
 */
export function textIn(root: JsonObject, content: PlannedContent): "all" | "some" | undefined {
  if (!isEventStream(content.mediaType)) return undefined;
  if (content.schema === undefined) return "all";
  const types = typesOf(root, content.schema, new Set());
  if (!types.has("string")) return undefined;
  return types.size === 1 ? "all" : "some";
}

/** Returns the names of the types that a schema accepts; none if it declares none. */
function typesOf(root: JsonObject, schema: Located, seen: Set<string>): Set<unknown> {
  const { node, pointer } = follow(root, schema);
  if (!isObject(node) || seen.has(pointer)) return new Set();
  seen.add(pointer);
  if (node["type"] !== undefined) return new Set([node["type"]].flat());
  const values = isArray(node["enum"]) ? node["enum"] : "const" in node ? [node["const"]] : undefined;
  if (values !== undefined) return new Set(values.map((value) => typeof value));
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = node[keyword];
    return isArray(list)
      ? list.map((one, index) => ({ pointer: childPointer(pointer, keyword, index), node: one }))
      : [];
  });
  return new Set(branches.flatMap((branch) => [...typesOf(root, branch, seen)]));
}
