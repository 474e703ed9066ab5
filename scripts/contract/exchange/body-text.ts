// Serialises the value of a body to the text that is sent.
import type { Json, JsonObject } from "../document/document.ts";
import { jsonText } from "../document/json-text.ts";
import { isArray, isObject } from "../document/pointer.ts";
import type { HttpBody } from "./http.ts";
import { mediaKind, type MediaRange } from "./media-range.ts";
import type { SchemaPart } from "../containment/schema-part.ts";
import { leafText } from "./scalar-text.ts";
import { xmlText } from "./xml-text.ts";

/** The schema that describes a body: XML takes its names from it. */
export interface Described {
  readonly root: JsonObject;
  readonly schema: SchemaPart;
}

export function httpBody(media: MediaRange, value: Json, described: Described): HttpBody {
  // Serialised lazily: most bodies are only ever validated by their value.
  return {
    mediaType: media.text,
    get text() {
      return bodyText(media, value, described);
    },
    value,
  };
}

/** Serialises a value as a media type. */
export function bodyText(media: MediaRange, value: Json, described: Described): string {
  switch (mediaKind(media)) {
    case "form":
      return new URLSearchParams(fieldsOf(value, true)).toString();
    case "multipart":
      if (isArray(value)) return value.map(leafText).join("\n--\n");
      return fieldsOf(value)
        .map(([name, text]) => `content-disposition: form-data; name="${name}"\n\n${text}`)
        .join("\n--\n");
    case "xml":
      return xmlText(value, described);
    case "json":
      return jsonText(value);
    default:
      return leafText(value);
  }
}

/**
 * Arrays repeat their name; deeper values are sent as JSON (OpenAPI, Encoding Object: the default content
 * types).
 *
 * @param isWhole  whether an array with objects or arrays is one field of JSON, as in urlencoded forms
 */
function fieldsOf(value: Json, isWhole = false): [string, string][] {
  if (!isObject(value)) return [["", leafText(value)]];
  return Object.entries(value).flatMap(([name, member]) => {
    const isList = isArray(member) && !(isWhole && member.some((item) => isObject(item) || isArray(item)));
    return (isList ? member : [member]).map((item): [string, string] => [name, leafText(item)]);
  });
}
