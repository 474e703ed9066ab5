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

/** `multipart/form-data`; `types` are the media types that the document gives to fields. */
export function multipartBody(types: Readonly<Record<string, string>> = {}): Encode {
  return (body) => {
    if (!isRecord(body) || body instanceof FormData) return raw(body);
    const form = new FormData();
    for (const [name, value] of Object.entries(body)) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== undefined) form.append(name, part(name, item, own(types, name)));
      }
    }
    return form;
  };
}

function part(name: string, value: unknown, type: string | undefined): string | Blob {
  if (value instanceof Blob) return value;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return new Blob([value as ArrayBuffer], { type: type ?? "" });
  const text = isRecord(value) && !(value instanceof Date) ? jsonText(value) : wireText(name, value);
  // A part with a type of its own can only be made of a Blob, which servers take for a file: so it is the exception.
  return type === undefined ? text : new Blob([text], { type });
}

function raw(body: unknown): ReturnType<Encode> {
  return body as ReturnType<Encode>;
}
