// Serialises a list as a multipart body whose parts have no names, each item as one part (OpenAPI 3.2,
// section 4.15.7; RFC 2046, section 5.1).
import { isRecord } from "../is-record.ts";
import type { Operation } from "../operation.ts";
import { isJson } from "../response/media-type.ts";
import { newBoundary, quoted } from "./form-body.ts";
import { jsonText } from "./json-text.ts";
import { wireText } from "./wire-text.ts";

/** The declared media types of parts; empty where the value determines it. */
export interface PartTypes {
  /** The media type of the whole: `multipart/mixed`. */
  readonly type: string;
  /** The types of the first parts. */
  readonly first?: readonly string[];
  /** The type of all further parts. */
  readonly rest?: string;
}

/**
 * Creates the serialiser of a list. Objects and lists are JSON, bytes `application/octet-stream`, other
 * values text, unless declared otherwise. Bodies that are not lists are sent as given.
 */
export function positionalParts({
  type,
  first = [],
  rest = "",
}: PartTypes): NonNullable<Operation["encode"]> {
  return (body) => {
    if (!Array.isArray(body)) return body as Blob;
    const boundary = newBoundary();
    const pieces = body.flatMap((item: unknown, index) => [
      `--${boundary}\r\n`,
      ...partOf(`item ${index}`, item, first[index] ?? rest),
      "\r\n",
    ]);
    return new Blob([...pieces, `--${boundary}--\r\n`], { type: `${type}; boundary=${boundary}` });
  };
}

/** Returns the header fields and the content of a part. */
function partOf(name: string, value: unknown, declared: string): (string | Blob)[] {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return partOf(name, new Blob([value as ArrayBuffer]), declared);
  if (value instanceof Blob) {
    const file =
      value instanceof File ? `Content-Disposition: attachment; filename="${quoted(value.name)}"\r\n` : "";
    return [`${file}${contentType(declared || value.type || "application/octet-stream")}`, value];
  }
  const isText = value === undefined || !(isJson(declared) || isRecord(value) || Array.isArray(value));
  if (isText || (value instanceof Date && !isJson(declared)))
    return [contentType(declared || "text/plain;charset=UTF-8"), wireText(name, value)];
  return [contentType(declared || "application/json"), jsonText(value)];
}

function contentType(type: string): string {
  return `Content-Type: ${type}\r\n\r\n`;
}
