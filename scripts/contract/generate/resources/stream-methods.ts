// Operations with a body field that switches streaming on: two methods, one for the whole response and one
// for the stream.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { isJsonType, isStreamType } from "../../runtime/boundary/media-type.ts";
import type { Code } from "../code.ts";
import { formProperties } from "../form-properties.ts";
import type { PlannedContent, PlannedOperation } from "../plan.ts";
import { partsOf } from "../wire-shape.ts";
import { successes } from "./link-plans.ts";
import { bodyType } from "./media-types.ts";

/** Returns `x-sdk.stream` of an operation. */
export function streamSettings({ source }: PlannedOperation): JsonObject {
  const sdk = source.operation["x-sdk"];
  return isObject(sdk) && isObject(sdk["stream"]) ? sdk["stream"] : {};
}

/**
 * Returns the operation without its streams, and as a stream only; undefined if no field of its body
 * distinguishes them.
 */
export function switchedOf(
  root: JsonObject,
  operation: PlannedOperation,
): { whole: PlannedOperation; streamed: PlannedOperation } | undefined {
  const types = successes(operation).flatMap(({ content }) => content.map(({ mediaType }) => mediaType));
  const field = switchOf(root, operation);
  if (field === undefined || !types.some(isStreamType) || types.every(isStreamType)) return undefined;
  return {
    whole: { ...withContent(operation, (type) => !isStreamType(type)), switch: { field, on: false } },
    streamed: { ...withContent(operation, isStreamType), switch: { field, on: true } },
  };
}

/**
 * Returns the body field that switches streaming on: that of `x-sdk.stream.field`, else a boolean named
 * `stream`.
 */
function switchOf(root: JsonObject, operation: PlannedOperation): string | undefined {
  const type = bodyType(operation);
  if (type === undefined || !isJsonType(type)) return undefined;
  const { field = "stream" } = streamSettings(operation);
  if (typeof field !== "string") return undefined;
  const schema = operation.body?.content.find(({ mediaType }) => mediaType === type)?.schema;
  const place = formProperties(root, schema).get(field);
  const isTruth = place !== undefined && partsOf(root, place).some(({ node }) => takesTrue(node));
  return isTruth ? field : undefined;
}

function takesTrue({ type, enum: values, const: only }: JsonObject): boolean {
  const types: Json = type ?? [];
  const takes = isArray(types) ? types.includes("boolean") : types === "boolean";
  return takes || only === true || (isArray(values) && values.includes(true));
}

function withContent(operation: PlannedOperation, keeps: (mediaType: string) => boolean): PlannedOperation {
  const kept = ({ mediaType }: PlannedContent): boolean => keeps(mediaType);
  return {
    ...operation,
    responses: operation.responses.flatMap((response) => {
      if (!response.status.startsWith("2") && response.status !== "default") return [response];
      const content = response.content.filter(kept);
      // A status with content of only the other kind belongs to the other method.
      return content.length === 0 && response.content.length > 0 ? [] : [{ ...response, content }];
    }),
  };
}

/**
 * Returns the name of the streaming method: `stream` for `create`, `streamChat` for `createChat` and for
 * `chat`.
 */
export function streamMethodName(operation: PlannedOperation, name: Code): string {
  const { method } = streamSettings(operation);
  if (typeof method === "string") return method;
  const what = name.replace(/^(create|generate|post|run|send)(?![a-z])/, "");
  return `stream${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}
