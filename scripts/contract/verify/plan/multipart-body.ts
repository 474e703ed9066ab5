// Writes a multipart/form-data body (RFC 7578).
import type { Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { HttpBody } from "../../exchange/http.ts";
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
