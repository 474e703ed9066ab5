// Runtime functions that an operation needs beyond the common case; only clients of documents that use them
// contain them.
import type { Json, JsonObject } from "../../document/document.ts";
import { child, isObject } from "../../document/pointer.ts";
import { formProperties } from "../form-properties.ts";
import { clientName, type ClientValue } from "../client-runtime.ts";
import { type Code, emit, noCode } from "../code.ts";
import { expression, type Literal, printLiteral } from "../literal.ts";
import type { PlannedOperation, PlannedParameter } from "../plan.ts";
import { isPositional, partPlansOf, partType } from "../positional-parts.ts";
import { partsOf, shapeOf } from "../wire-shape.ts";
import { essenceOf, isEventStream, isJsonType } from "../../runtime/boundary/media-type.ts";
import { successes } from "./link-plans.ts";
import { bodyType, bodyTypesOf, hasParameters, isFile } from "./media-types.ts";
import { type HeaderOption, headerOptions } from "./header-options.ts";
import { sentinelOf, streamsOf, textIn } from "./stream-items.ts";

/** A member of the operation's constant: a call of a runtime function. */
export type OperationHook = ClientValue & {
  readonly member: "search" | "segment" | "moreHeaders" | "encode" | "stream";
  /** Undefined for a function without one. */
  readonly argument: Literal | undefined;
  /** Functions that the argument refers to. */
  readonly uses?: readonly ClientValue[];
};

/** Media type of a stream → code for the locations of date-times in its items. */
export type ItemDates = Readonly<Record<string, Code>>;

export function hooksOf(
  root: JsonObject,
  operation: PlannedOperation,
  itemDates: ItemDates = {},
): OperationHook[] {
  return [
    searchHook(operation),
    segmentHook(root, operation),
    headersHook(root, operation),
    encodeHook(root, operation),
    streamHook(root, operation, itemDates),
  ].flatMap((hook) => hook ?? []);
}

/** Returns the call as code. */
export function printHook(hook: OperationHook): Code {
  const argument = hook.argument === undefined ? noCode : printLiteral(hook.argument, "", -Infinity);
  return emit`/* @__PURE__ */ ${clientName(hook)}(${argument})`;
}

/** Whether a header is plain text, which needs only a name. */
export function isPlainHeader(root: JsonObject, { parameter }: HeaderOption): boolean {
  return parameter.place === "header" && isScalar(root, parameter) && parameter.mediaType === undefined;
}

function searchHook({ parameters }: PlannedOperation): OperationHook | undefined {
  const styles = parameters.flatMap((parameter): [string, string][] => {
    const style = queryStyle(parameter);
    return style === "" ? [] : [[parameter.name, style]];
  });
  if (styles.length === 0) return undefined;
  return {
    member: "search",
    module: "request/query-styles.ts",
    name: "queryStyles",
    argument: Object.fromEntries(styles),
  };
}

/** Returns a `QueryStyle` of the runtime; empty for its default: `form`, exploded. */
function queryStyle({ place, style, explode, mediaType, allowReserved }: PlannedParameter): string {
  if (place !== "query") return "";
  if (style === "whole") return style;
  const reserved = allowReserved ? "+" : "";
  if (mediaType !== undefined) return isJsonType(mediaType) ? `json${reserved}` : reserved;
  // If exploded, lists are serialized identically in all styles but one.
  return (explode && style !== "deepObject" ? "" : style) + reserved;
}

function segmentHook(root: JsonObject, { parameters }: PlannedOperation): OperationHook | undefined {
  const path = parameters.filter(({ place }) => place === "path");
  const unusual = path.filter((parameter) => parameter.style !== "simple" || !isScalar(root, parameter));
  if (unusual.length === 0) return undefined;
  const styles = unusual.map(({ name, style, explode, mediaType }): [string, string] => {
    if (mediaType !== undefined && isJsonType(mediaType)) return [name, "json"];
    return [name, explode ? `${style}*` : style];
  });
  return {
    member: "segment",
    module: "request/path-styles.ts",
    name: "pathStyles",
    argument: Object.fromEntries(styles),
  };
}

function headersHook(root: JsonObject, operation: PlannedOperation): OperationHook | undefined {
  const unusual = headerOptions(operation).filter((option) => !isPlainHeader(root, option));
  if (unusual.length === 0) return undefined;
  const argument = unusual.map(({ option, parameter: { name, place, style, explode, mediaType } }) => ({
    option,
    name,
    cookie: place === "cookie" || undefined,
    raw: style === "cookie" || undefined,
    explode: explode || undefined,
    json: (mediaType !== undefined && isJsonType(mediaType)) || undefined,
  }));
  return { member: "moreHeaders", module: "request/more-headers.ts", name: "moreHeaders", argument };
}

function encodeHook(root: JsonObject, operation: PlannedOperation): OperationHook | undefined {
  const type = bodyType(operation);
  if (type === undefined) return undefined;
  const others = bodyTypesOf(operation).filter((other) => other !== type);
  // The runtime supports JSON without parameters by default.
  if (others.length > 0 || (isJsonType(type) && hasParameters(type))) {
    const positional: ClientValue[] = [];
    const fields = [type, ...others].map((one): [string, Literal] => {
      const parts = partsHook(root, operation, one);
      if (parts === undefined) return [one, formFields(root, operation, one)];
      positional.push(parts);
      return [one, expression(printHook(parts))];
    });
    return {
      member: "encode",
      module: "request/body-types.ts",
      name: "bodyTypes",
      argument: Object.fromEntries(fields),
      uses: positional,
    };
  }
  const parts = partsHook(root, operation, type);
  if (parts !== undefined) return parts;
  const name = formEncoders.get(essenceOf(type));
  if (name === undefined) return undefined;
  return {
    member: "encode",
    module: "request/form-body.ts",
    name,
    argument: formFields(root, operation, type),
  };
}

/** Returns the hook for a body of parts by position; undefined for another one. */
function partsHook(root: JsonObject, operation: PlannedOperation, type: string): OperationHook | undefined {
  const content = operation.body?.content.find(({ mediaType }) => mediaType === type);
  const schema = content?.schema;
  if (content === undefined || schema === undefined || !isPositional(root, content)) return undefined;
  const media = child(child(operation.source.requestBody?.node, "content"), type);
  const { first, rest } = partPlansOf(root, schema, media);
  const types = first.map(partType);
  return {
    member: "encode",
    module: "request/positional-parts.ts",
    name: "positionalParts",
    argument: {
      type: essenceOf(type),
      first: types.some((one) => one !== partType(rest)) ? types : undefined,
      rest: partType(rest) || undefined,
    },
  };
}

/** Media type → the runtime function that encodes it. */
const formEncoders = new Map<string, "multipartBody" | "urlencodedBody">([
  ["multipart/form-data", "multipartBody"],
  ["application/x-www-form-urlencoded", "urlencodedBody"],
]);

/** Returns the settings for the fields of a form; undefined for other media types. */
function formFields(root: JsonObject, operation: PlannedOperation, type: string): Literal {
  const content = operation.source.requestBody?.node["content"];
  const media = isObject(content) ? content[type] : undefined;
  const encoding = isObject(media) && isObject(media["encoding"]) ? media["encoding"] : {};
  const essence = essenceOf(type);
  if (essence === "application/x-www-form-urlencoded") return formStyles(root, operation, type, encoding);
  if (essence !== "multipart/form-data") return {};
  const types = Object.entries(encoding).flatMap(([name, one]): [string, string][] => {
    const partType = isObject(one) ? one["contentType"] : undefined;
    return typeof partType === "string" && !/[,*]/.test(partType) ? [[name, partType]] : [];
  });
  return Object.fromEntries(types);
}

function streamHook(
  root: JsonObject,
  operation: PlannedOperation,
  itemDates: ItemDates,
): OperationHook | undefined {
  const streams = streamsOf(operation);
  if (streams.length === 0) return downloadHook(operation);
  const types = streams.map((content): [string, Literal] => {
    const type = essenceOf(content.mediaType);
    const dates = itemDates[type];
    return [
      type,
      {
        split: expression(clientName(splitOf(content.mediaType))),
        text: textIn(root, content),
        dates: dates && expression(dates),
        end: sentinelOf(operation, content) ?? (textIn(root, content) === "all" ? null : undefined),
      },
    ];
  });
  return {
    member: "stream",
    module: "response/stream-items.ts",
    name: "streamItems",
    argument: Object.fromEntries(types),
    uses: streams.map(({ mediaType }) => splitOf(mediaType)),
  };
}

function downloadHook(operation: PlannedOperation): OperationHook | undefined {
  const content = successes(operation).flatMap((response) => response.content);
  if (operation.source.method === "HEAD" || !content.some(({ mediaType }) => isFile(mediaType)))
    return undefined;
  return { member: "stream", module: "response/downloads.ts", name: "downloads", argument: undefined };
}

/** Returns the function that splits a stream into items. */
function splitOf(mediaType: string): ClientValue {
  if (isEventStream(mediaType)) return { module: "response/stream-events.ts", name: "events" };
  if (essenceOf(mediaType).endsWith("-seq"))
    return { module: "response/stream-sequence.ts", name: "sequence" };
  return { module: "response/stream-lines.ts", name: "lines" };
}

/** Fields that are objects are JSON unless `encoding` sets a style (OpenAPI 3.1, section 4.8.15.1). */
function formStyles(
  root: JsonObject,
  operation: PlannedOperation,
  type: string,
  encoding: JsonObject,
): Literal {
  const schema = operation.body?.content.find(({ mediaType }) => mediaType === type)?.schema;
  const styles = [...formProperties(root, schema)].flatMap(([name, place]): [string, string][] => {
    const given = encoding[name];
    const style = isObject(given) ? formStyle(given) : holdsObjects(root, place.node) ? "json" : undefined;
    return style === undefined ? [] : [[name, style]];
  });
  return Object.fromEntries(styles);
}

function formStyle({ style, explode, contentType }: JsonObject): string | undefined {
  if (typeof contentType === "string" && isJsonType(contentType) && style === undefined) return "json";
  if (style === "deepObject") return style;
  if (explode !== false) return undefined;
  return style === "spaceDelimited" || style === "pipeDelimited" ? style : "form";
}

/** Whether the values of a schema are objects, or lists of objects. */
export function holdsObjects(root: JsonObject, schema: Json, seen = new Set<Json>()): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  return partsOf(root, { pointer: "", node: schema }).some(({ node }) => {
    const types = [node["type"]].flat();
    const { items } = node;
    if (types.includes("array") && items !== undefined && holdsObjects(root, items, seen)) return true;
    return types.includes("object") || (node["type"] === undefined && isObject(node["properties"]));
  });
}

function isScalar(root: JsonObject, parameter: PlannedParameter): boolean {
  return parameter.mediaType !== undefined
    ? !isJsonType(parameter.mediaType)
    : shapeOf(root, parameter).kind === "scalar";
}
