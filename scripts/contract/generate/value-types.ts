// How a client represents values that JSON has no type for: date-times, and integers of 64 bits.
import type { JsonObject, OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { walkDocument } from "../document/walk.ts";

export const int64Types = ["number", "bigint", "string"] as const;
export const dateTypes = ["Date", "string"] as const;

/** The types of 64-bit integers and date-times in a client. */
export interface ValueTypes {
  /** The type of integers of 64 bits. A number cannot represent all of them. */
  readonly int64: (typeof int64Types)[number];
  /** The type of date-times in responses. */
  readonly dates: (typeof dateTypes)[number];
}

export const usualTypes: ValueTypes = { int64: "number", dates: "Date" };

/**
 * Whether a schema declares integers of 64 bits. An integer with a list of values, all of which are numbers,
 * is not one.
 */
export function isInt64(node: JsonObject): boolean {
  const { type, format } = node;
  return (
    (format === "int64" || format === "uint64") &&
    [type].flat().includes("integer") &&
    node["enum"] === undefined &&
    node["const"] === undefined
  );
}

/** Whether a document declares integers of 64 bits anywhere. */
export function hasInt64({ document }: { readonly document: OpenApiDocument }): boolean {
  let has = false;
  walkDocument(document.root, ({ type, node }) => {
    has ||= type === "schema" && isObject(node) && isInt64(node);
  });
  return has;
}
