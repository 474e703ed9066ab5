// A body's value as the text that travels.
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { HttpBody } from "./http.ts";
import { mediaKind, type MediaRange } from "./media-range.ts";
import { leafText, scalarText } from "./scalar-text.ts";

export function httpBody(media: MediaRange, value: Json): HttpBody {
  // Written when somebody asks: most bodies are only ever judged by their value.
  return {
    mediaType: media.text,
    get text() {
      return bodyText(media, value);
    },
    value,
  };
}

/** A value as the text of a media type. */
export function bodyText(media: MediaRange, value: Json): string {
  switch (mediaKind(media)) {
    case "form":
      return new URLSearchParams(fieldsOf(value)).toString();
    case "multipart":
      return fieldsOf(value)
        .map(([name, text]) => `content-disposition: form-data; name="${name}"\n\n${text}`)
        .join("\n--\n");
    case "xml":
      return xml("value", value);
    case "json":
      return jsonText(value);
    default:
      return leafText(value);
  }
}

/** Arrays repeat their name; what is deeper travels as JSON (OpenAPI, Encoding Object: the default content types). */
function fieldsOf(value: Json): [string, string][] {
  if (!isObject(value)) return [["", leafText(value)]];
  return Object.entries(value).flatMap(([name, member]) =>
    (isArray(member) ? member : [member]).map((item): [string, string] => [name, leafText(item)]),
  );
}

function xml(name: string, value: Json | undefined): string {
  if (isArray(value)) return value.map((item) => xml(name, item)).join("");
  const inner = isObject(value)
    ? Object.entries(value)
        .map(([key, member]) => xml(key, member))
        .join("")
    : (scalarText(value) ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<${name}>${inner}</${name}>`;
}
