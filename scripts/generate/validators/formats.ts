// What the validators do about each `format`: a regular expression, a function, nothing, or a function that is passed in.
import formats from "ajv-formats/dist/formats.js";
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";

/** Formats that ajv-formats has as regular expressions, which can be printed. */
const regExpFormats = [
  "duration",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "json-pointer",
  "json-pointer-uri-fragment",
  "relative-json-pointer",
  "uri-reference",
  "uri-template",
  "url",
  "uuid",
] as const;

/** Formats that are functions of our own, in runtime/: ajv-formats' are looser, or not to be had one by one. */
export const functionFormats: Readonly<Record<string, { readonly file: string; readonly name: string }>> = {
  date: { file: "format-date.ts", name: "isDate" },
  time: { file: "format-time.ts", name: "isTime" },
  "date-time": { file: "format-date-time.ts", name: "isDateTime" },
  uri: { file: "format-uri.ts", name: "isUri" },
  regex: { file: "format-regex.ts", name: "isRegex" },
  byte: { file: "format-byte.ts", name: "isByte" },
  int32: { file: "format-integer.ts", name: "isInt32" },
  int64: { file: "format-integer.ts", name: "isInt64" },
};

/** Formats that are about numbers; all others are about strings. */
export const numberFormats: ReadonlySet<string> = new Set(["int32", "int64"]);

/**
 * Formats that say nothing a validator can check, or that would take tables of Unicode: JSON Schema's own of that kind,
 * and the OpenAPI format registry's (https://spec.openapis.org/registry/format/).
 */
const annotations = new Set(
  (
    "base64url binary char commonmark decimal decimal128 double double-int duration-iso etag float html http-date " +
    "idn-email idn-hostname int16 int8 iri iri-reference date-time-local time-local media-range password sf-binary " +
    "sf-boolean sf-decimal sf-integer sf-string sf-token uint16 uint32 uint64 uint8 unixtime"
  ).split(" "),
);

/** The regular expression of a format that is one. */
export function regExpOfFormat(format: string): RegExp | undefined {
  const name = regExpFormats.find((known) => known === format);
  const definition = name === undefined ? undefined : formats.fullFormats[name];
  return definition instanceof RegExp ? definition : undefined;
}

/** Whether a format is the document's own, so that whoever validates must say what it means. */
export function isCustomFormat(format: string): boolean {
  return (
    !annotations.has(format) &&
    !Object.hasOwn(functionFormats, format) &&
    regExpOfFormat(format) === undefined
  );
}

/** Whether a format says something about a schema's values: each is about strings or about numbers, not both. */
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
