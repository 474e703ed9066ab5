// Serialises forms as HTML and the OpenAPI encoding of their fields define (OpenAPI 3.1, section 4.8.15).
import { isRecord } from "../is-record.ts";
import { jsonText } from "./json-text.ts";
import type { Operation, QueryStyle } from "../operation.ts";
import { own } from "../own.ts";
import { queryStyles } from "./query-styles.ts";
import { wireText } from "./wire-text.ts";

type Encode = NonNullable<Operation["encode"]>;

/**
 * Serialises `application/x-www-form-urlencoded`; `styles` are those of fields that are not `form` with
 * `explode`.
 */
export function urlencodedBody(styles: Readonly<Record<string, QueryStyle>> = {}): Encode {
  const text = queryStyles(styles);
  return (body) => (isRecord(body) && !(body instanceof URLSearchParams) ? text(body) : raw(body));
}

/** One part of a form. */
interface Part {
  readonly name: string;
  readonly value: string | Blob;
  /** Media type of a part that is not a file. */
  readonly type: string | undefined;
}

/** Serialises `multipart/form-data`; `types` are the media types that the document declares for fields. */
export function multipartBody(types: Readonly<Record<string, string>> = {}): Encode {
  return (body) => {
    if (!isRecord(body) || body instanceof FormData) return raw(body);
    const parts = Object.entries(body).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((item) => item !== undefined)
        .map((item) => partOf(name, item, own(types, name))),
    );
    if (parts.some(({ type }) => type !== undefined)) return writtenForm(parts);
    const form = new FormData();
    for (const { name, value } of parts) form.append(name, value);
    return form;
  };
}

/**
 * Converts a value to a part. Objects are JSON unless the document declares otherwise (OpenAPI 3.1, section
 * 4.8.15.1).
 */
function partOf(name: string, value: unknown, type: string | undefined): Part {
  if (value instanceof Blob) return { name, value, type: undefined };
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return { name, value: new Blob([value as ArrayBuffer], { type: type ?? "" }), type: undefined };
  if (!isRecord(value) || value instanceof Date) return { name, value: wireText(name, value), type };
  return { name, value: jsonText(value), type: type ?? "application/json" };
}

/**
 * Serialises the parts without `FormData`, which sets media types only for files: many servers store every
 * part with a file name as a file.
 */
function writtenForm(parts: readonly Part[]): Blob {
  const boundary = newBoundary();
  const pieces = parts.flatMap(({ name, value, type }) => {
    const isFile = typeof value !== "string";
    const file = isFile ? `; filename="${quoted(value instanceof File ? value.name : "blob")}"` : "";
    const media = isFile ? value.type || "application/octet-stream" : type;
    const disposition = `Content-Disposition: form-data; name="${quoted(name)}"${file}\r\n`;
    const content = isFile || type !== undefined ? value : value.replace(/\r\n?|\n/g, "\r\n");
    const typed = media === undefined ? "" : `Content-Type: ${media}\r\n`;
    // The order of a part's fields is free (RFC 7578, section 4.2); simple parsers expect a field's value
    // right after its name, and a file's type after its name, as browsers send it.
    const head = isFile ? `${disposition}${typed}` : `${typed}${disposition}`;
    return [`--${boundary}\r\n${head}\r\n`, content, "\r\n"];
  });
  return new Blob([...pieces, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

/** Returns a random boundary: in lower case, as `Blob` lower-cases its type. */
export function newBoundary(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join("");
}

/**
 * Escapes a field name:
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function quoted(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}

function raw(body: unknown): ReturnType<Encode> {
  return body as ReturnType<Encode>;
}
