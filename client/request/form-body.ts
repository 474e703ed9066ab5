// Bodies that are forms, as HTML and the OpenAPI encoding of their fields have them (OpenAPI 3.1, section 4.8.15).
import { isRecord } from "../is-record.ts";
import { jsonText } from "./json-text.ts";
import type { Operation, QueryStyle } from "../operation.ts";
import { own } from "../own.ts";
import { queryStyles } from "./query-styles.ts";
import { wireText } from "./wire-text.ts";

type Encode = NonNullable<Operation["encode"]>;

/** `application/x-www-form-urlencoded`; `styles` are those of fields that are not `form` with `explode`. */
export function urlencodedBody(styles: Readonly<Record<string, QueryStyle>> = {}): Encode {
  const text = queryStyles(styles);
  return (body) => (isRecord(body) && !(body instanceof URLSearchParams) ? text(body) : raw(body));
}

/** A part of a form. */
interface Part {
  readonly name: string;
  readonly value: string | Blob;
  /** Of a part that is no file and has a media type all the same. */
  readonly type: string | undefined;
}

/** `multipart/form-data`; `types` are the media types that the document gives to fields. */
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

/** Objects are JSON where the document does not say otherwise (OpenAPI 3.1, section 4.8.15.1). */
function partOf(name: string, value: unknown, type: string | undefined): Part {
  if (value instanceof Blob) return { name, value, type: undefined };
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return { name, value: new Blob([value as ArrayBuffer], { type: type ?? "" }), type: undefined };
  if (!isRecord(value) || value instanceof Date) return { name, value: wireText(name, value), type };
  return { name, value: jsonText(value), type: type ?? "application/json" };
}

/** A FormData knows types only of files: what has a name of a file, many servers keep as one. */
function writtenForm(parts: readonly Part[]): Blob {
  // In small letters, as the type of a Blob is.
  const boundary = [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join("");
  const pieces = parts.flatMap(({ name, value, type }) => {
    const isFile = typeof value !== "string";
    const file = isFile ? `; filename="${quoted(value instanceof File ? value.name : "blob")}"` : "";
    const media = isFile ? value.type || "application/octet-stream" : type;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n`;
    const content = isFile || type !== undefined ? value : value.replace(/\r\n?|\n/g, "\r\n");
    return [head, media === undefined ? "" : `Content-Type: ${media}\r\n`, "\r\n", content, "\r\n"];
  });
  return new Blob([...pieces, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function quoted(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}

function raw(body: unknown): ReturnType<Encode> {
  return body as ReturnType<Encode>;
}
