// How the validators check each `format`: a regular expression, a function, nothing, or a function that is
// passed in.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import { formatNames, formatOf } from "../../schema/formats.ts";

/** Formats of the table whose checks are functions. */
export const functionFormats: Readonly<
  Record<string, { readonly files: readonly string[]; readonly name: string }>
> = Object.fromEntries(
  formatNames().flatMap((format) => {
    const definition = formatOf(format);
    return definition !== undefined && "files" in definition ? [[format, definition]] : [];
  }),
);

/** Formats for numbers; all others are for strings. */
export const numberFormats: ReadonlySet<string> = new Set(
  formatNames().filter((format) => formatOf(format)?.about === "number"),
);

/**
 * Formats without a check: those of the OpenAPI format registry that are only annotations
 * (https://spec.openapis.org/registry/format/).
 */
const annotations = new Set(
  (
    "base64url binary char commonmark decimal decimal128 double-int duration-iso etag html http-date " +
    "int16 int8 date-time-local time-local media-range password sf-binary " +
    "sf-boolean sf-decimal sf-integer sf-string sf-token uint16 uint32 uint64 uint8 unixtime"
  ).split(" "),
);

/** Returns the regular expression of a format; undefined if it has none. */
export function regExpOfFormat(format: string): RegExp | undefined {
  const definition = formatOf(format);
  return definition !== undefined && "expression" in definition ? definition.expression : undefined;
}

/** Whether a format is the document's own, so that users of the validators must provide its check. */
export function isCustomFormat(format: string): boolean {
  return !annotations.has(format) && formatOf(format) === undefined;
}

/** Whether a format applies to a schema's values: each format is for strings or for numbers, not both. */
export function checksFormat(format: string, schema: JsonObject): boolean {
  if (annotations.has(format)) return false;
  const types = typesOf(schema["type"]);
  if (numberFormats.has(format))
    return types.some((type) => type === "integer" || type === "number") || types.length === 0;
  return types.includes("string") || types.length === 0;
}

function typesOf(type: Json | undefined): readonly Json[] {
  if (type === undefined) return [];
  return isArray(type) ? type : [type];
}
