// Serialises query parameters of other styles than `form` with `explode` (OpenAPI 3.1, section 4.8.12.3).
// Bundled only for documents that use them.
import { isRecord } from "../is-record.ts";
import { jsonText } from "./json-text.ts";
import type { QueryStyle } from "../operation.ts";
import { type Encode, pair, pairs } from "./query-string.ts";
import { wireText } from "./wire-text.ts";

const separators: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/**
 * Creates the serialiser of an operation's query; `styles` are those that differ from the default, by name.
 */
export function queryStyles(styles: Readonly<Record<string, QueryStyle>>): (query: object) => string {
  return (query) =>
    Object.entries(query)
      .flatMap(([name, value]) => {
        if (value === undefined) return [];
        return Object.hasOwn(styles, name) ? styled(name, value, styles[name] ?? "") : pairs(name, value);
      })
      .join("&");
}

function styled(name: string, value: unknown, style: string): string | string[] {
  const base = style.replace("+", "");
  const encode = base === style ? encodeURIComponent : reserved(base === "");
  if (base === "whole") return encode(jsonText(value));
  if (base === "json") return `${encodeURIComponent(name)}=${encode(jsonText(value))}`;
  if (base === "deepObject") return deep(name, value, encode);
  if (base === "" || !isRecord(value) || value instanceof Date) {
    return pairs(name, value, encode);
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const texts: unknown[] = Array.isArray(value) ? value : members.flat();
  const separator = separators[base] ?? ",";
  const item = (text: string): string => {
    const written = encode(text);
    // Encoded or not, a separator in an item would split it (OpenAPI 3.1.1, Appendix C).
    if (separators[base] === undefined || !written.includes(separator)) return written;
    throw new TypeError(
      `${name} must not contain ${JSON.stringify(decodeURIComponent(separator))} in an item`,
    );
  };
  return `${encodeURIComponent(name)}=${texts.map((text) => item(wireText(name, text))).join(separator)}`;
}

/**
 * Serialises a `deepObject`: `filter[status]=a&filter[status]=b&filter[created][gte]=…`. OpenAPI does not
 * define arrays and objects inside it; repeating the name, as an exploded array does, is understood by most
 * servers.
 */
function deep(name: string, value: unknown, encode: Encode): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => deep(isPlain(item) ? `${name}[${index}]` : name, item, encode));
  }
  if (!isPlain(value)) return [pair(name, value, encode)];
  return Object.entries(value).flatMap(([key, member]) => deep(`${name}[${key}]`, member, encode));
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/**
 * Encodes with `allowReserved`: reserved characters (RFC 3986, section 2.2) and percent triples stay
 * unencoded, except those that would end the value or that form decoders interpret: `&`, `#`, `+`, `=`, and
 * brackets, which RFC 3986 does not allow in a query. In an item of a list, the comma is encoded too.
 */
function reserved(isWhole: boolean): Encode {
  const plain = isWhole ? /%(?:3A|2F|3F|40|24|2C|3B)/g : /%(?:3A|2F|3F|40|24|3B)/g;
  return (text) =>
    encodeURIComponent(text)
      .replace(plain, decodeURIComponent)
      .replace(/%25([0-9A-Fa-f]{2})/g, "%$1");
}
