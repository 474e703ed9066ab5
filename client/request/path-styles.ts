// Serialises path values that are arrays or objects, or of the styles label and matrix (OpenAPI 3.1, section
// 4.8.12.3; RFC 6570).
import { isRecord } from "../is-record.ts";
import type { Operation } from "../operation.ts";
import { jsonText } from "./json-text.ts";
import { own } from "../own.ts";
import { wireText } from "./wire-text.ts";

/** `simple`, `label` or `matrix`, with `*` if exploded. `json` is a parameter whose `content` is JSON. */
export type PathStyle = "json" | "simple" | "simple*" | "label" | "label*" | "matrix" | "matrix*";

/**
 * Creates the serialiser of path values; `styles` are by name. It throws a TypeError for a text that is empty
 * or a dot segment.
 */
export function pathStyles(styles: Readonly<Record<string, PathStyle>>): NonNullable<Operation["segment"]> {
  return (name, value) => {
    const text = styled(name, value, own(styles, name) ?? "simple");
    if (/^(\.|%2E){0,2}$/.test(text)) throw new TypeError(`${name} must not be empty or dots`);
    return text;
  };
}

function styled(name: string, value: unknown, style: PathStyle): string {
  if (style === "json") return encodeURIComponent(wireText(name, jsonText(value)));
  const explodes = style.endsWith("*");
  // A dot separates the values of an exploded label, so those within them are encoded, too.
  const encodedText = (text: string): string =>
    style === "label*" ? encodeURIComponent(text).replace(/\./g, "%2E") : encodeURIComponent(text);
  const encoded = (part: unknown): string => encodedText(wireText(name, part));
  const key = encodeURIComponent(name);
  const isList = Array.isArray(value);
  const members: [string, unknown][] = isList
    ? value.map((item) => [key, item])
    : isRecord(value) && !(value instanceof Date)
      ? Object.entries(value)
          .filter(([, item]) => item !== undefined)
          .map(([member, item]) => [encodedText(member), item])
      : [["", value]];
  const single = members.length === 1 && members[0]?.[0] === "";
  const pairs = members.map(([member, item]) =>
    isList || single ? encoded(item) : `${member}${explodes ? "=" : ","}${encoded(item)}`,
  );
  if (style.startsWith("simple")) return pairs.join(",");
  if (style.startsWith("label")) return `.${pairs.join(explodes ? "." : ",")}`;
  // An empty value has no `=` (RFC 6570, section 3.2.7).
  const named = (name: string, text: string): string => (text === "" ? `;${name}` : `;${name}=${text}`);
  if (!explodes || single) return named(key, pairs.join(","));
  return pairs.map((pair) => (isList ? named(key, pair) : `;${pair.replace(/=$/, "")}`)).join("");
}
