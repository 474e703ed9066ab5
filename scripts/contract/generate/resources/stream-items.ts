// What the items of a stream are: the schema that describes them, and whether they are JSON.
import type { Json, JsonObject } from "../../document/document.ts";
import { child, childPointer, follow, isArray, isObject, type Located } from "../../document/pointer.ts";
import { type Code, emit } from "../code.ts";
import { printString } from "../literal.ts";
import type { PlannedContent, PlannedOperation } from "../plan.ts";
import { successes } from "./link-plans.ts";
import { streamSettings } from "./stream-methods.ts";
import { isEventStream, isStreamType } from "../../runtime/boundary/media-type.ts";

/** The media types of an operation's successes that are streams. */
export function streamsOf(operation: PlannedOperation): PlannedContent[] {
  return successes(operation).flatMap(({ content }) =>
    content.filter(({ mediaType }) => isStreamType(mediaType)),
  );
}

/** Where the schema of a line is: the one given, or, where that describes the whole content as a list, that of its items. */
export interface ItemSchema {
  readonly schema: Located | undefined;
  readonly inList: boolean;
}

/** Of events, the schema describes the data (OpenAPI 3.1 has no words for the rest). */
export function itemSchemaOf(root: JsonObject, { mediaType, schema }: PlannedContent): ItemSchema {
  if (schema === undefined || isEventStream(mediaType)) return { schema, inList: false };
  const { node, pointer } = follow(root, schema);
  const items = isObject(node) && node["type"] === "array" ? child(node, "items") : undefined;
  if (items === undefined) return { schema, inList: false };
  return { schema: { pointer: childPointer(pointer, "items"), node: items }, inList: true };
}

/** One kind of events: its name, where the document gives one, and its data. */
export interface EventKind {
  readonly event: string | undefined;
  readonly schema: Located | undefined;
}

/** The kinds of events whose names the document gives (`x-sdk.stream.events`, in the order of the branches of the schema); none where it gives none. */
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

/** The type of a schema that is a plain one, written out. */
export function scalarType(node: Json | undefined): Code | undefined {
  if (!isObject(node) || node["enum"] !== undefined || node["format"] !== undefined) return undefined;
  if ("const" in node) return typeof node["const"] === "string" ? printString(node["const"]) : undefined;
  return plainTypes.get(node["type"]);
}

/** Whether all that a success can be is a stream: then the call is one. */
export function isStream(operation: PlannedOperation): boolean {
  const content = successes(operation).flatMap((response) => response.content);
  return content.length > 0 && content.every(({ mediaType }) => isStreamType(mediaType));
}

/** The text that ends a stream, where the document says so. */
export function sentinelOf(operation: PlannedOperation, { stream }: PlannedContent): string | undefined {
  const sentinel = stream?.["sentinel"] ?? streamSettings(operation)["sentinel"];
  return typeof sentinel === "string" ? sentinel : undefined;
}

/** As the runtime wants it: `all` where items are texts, `some` where they can be; undefined where all are JSON. */
export function textIn(root: JsonObject, content: PlannedContent): "all" | "some" | undefined {
  if (!isEventStream(content.mediaType)) return undefined;
  if (content.schema === undefined) return "all";
  const types = typesOf(root, content.schema, new Set());
  if (!types.has("string")) return undefined;
  return types.size === 1 ? "all" : "some";
}

/** The names of the types that a schema accepts; none where it does not say. */
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
