// Writes multipart bodies: forms (RFC 7578), and lists whose items are the parts (OpenAPI 3.2, section
// 4.15.7).
import type { Json, JsonObject } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { ApiContent } from "../../exchange/api.ts";
import type { HttpBody } from "../../exchange/http.ts";
import { mediaKind } from "../../exchange/media-range.ts";
import { itemEncoding } from "../../exchange/part-encoding.ts";
import { leafText } from "../../exchange/scalar-text.ts";

/**
 * Writes the parts: arrays repeat their name, nested values are sent as JSON (OpenAPI, Encoding Object: the
 * default content types).
 */
export function multipartBody(value: Json): HttpBody {
  const fields = isObject(value) ? Object.entries(value) : [];
  const parts = fields.flatMap(([name, member]) =>
    (isArray(member) ? member : [member ?? null]).map((item) => partOf(name, item)),
  );
  const boundary = boundaryFor(parts.join(""));
  const text = `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--\r\n`;
  return { mediaType: `multipart/form-data; boundary=${boundary}`, text, value };
}

/**
 * Writes the items of a list as parts without names. Objects, lists and null are JSON unless the document
 * declares otherwise.
 */
export function itemsBody(root: JsonObject, content: ApiContent, value: Json): HttpBody {
  const parts = (isArray(value) ? value : []).map((item, index) => {
    const { declared, contentTypes } = itemEncoding(root, content, index);
    const [type, ...others] = contentTypes;
    const isKnown = declared && type !== undefined && others.length === 0 && !type.text.includes("*");
    const isJson = isKnown ? mediaKind(type) === "json" : typeof item === "object";
    const usual = isJson ? "application/json" : "text/plain; charset=utf-8";
    return `Content-Type: ${isKnown ? type.text.trim() : usual}\r\n\r\n${isJson ? jsonText(item) : leafText(item)}`;
  });
  const boundary = boundaryFor(parts.join(""));
  const text = `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--\r\n`;
  const { type, subtype } = content.range;
  return { mediaType: `${type}/${subtype}; boundary=${boundary}`, text, value };
}

function partOf(name: string, value: Json): string {
  const type = typeof value === "object" && value !== null ? "Content-Type: application/json\r\n" : "";
  const quoted = name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return `Content-Disposition: form-data; name="${quoted}"\r\n${type}\r\n${leafText(value)}`;
}

/** Returns a boundary that does not occur in the parts; deterministic for equal parts. */
function boundaryFor(text: string): string {
  let boundary = "part";
  while (text.includes(boundary)) boundary += "-";
  return boundary;
}
