// Serialises parameter values: style, explode and percent-encoding (OpenAPI, Style Values; RFC 6570).
import type { Json } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { bodyText } from "./body-text.ts";
import { mediaKind } from "./media-range.ts";
import { leafText, scalarText } from "./scalar-text.ts";
import type { WireParameter } from "./wire-parameter.ts";

/** A value on the wire, with strings as leaves. */
export type Wire = string | readonly Wire[] | { readonly [name: string]: Wire };

/**
 * Serialises a parameter: `pairs` for a query or a cookie, `text` for a path or a header.
 *
 * OpenAPI leaves open how arrays and objects inside others are written. The most common forms are used:
 * brackets under `deepObject`, a repeated name for a list in an exploded object, JSON for everything else.
 */
export function serialise(
  parameter: WireParameter,
  value: Json,
): { readonly text: string; readonly pairs: readonly (readonly [string, string])[] } {
  const { media, name, place, schema } = parameter;
  const encode = encoder(parameter);
  if (media !== undefined) {
    const raw = bodyText(media, value, { root: {}, schema });
    // A form that is the whole query string is encoded already.
    const text = place === "querystring" && mediaKind(media) === "form" ? raw : encode(raw);
    return { text, pairs: [[encode(name), text]] };
  }
  const encoded = membersOf(value).map(([key, text]) => [encode(key), encode(text)] as const);
  const pairs = pairsOf(parameter, value, encoded, encode);
  return { pairs, text: textOf(parameter, value, encoded, pairs) };
}

/** Returns true if OpenAPI defines how the value of a parameter without a media type is written. */
export function isAgreed(value: Json): boolean {
  const leaves = isArray(value) ? value : isObject(value) ? Object.values(value) : [value];
  return leaves.every((leaf) => scalarText(leaf) !== undefined);
}

/** Returns the value's leaves with their names; those of arrays and scalars have none. */
function membersOf(value: Json): [string, string][] {
  if (isArray(value)) return value.map((item) => ["", leafText(item)]);
  if (!isObject(value)) return [["", leafText(value)]];
  return Object.entries(value).map(([key, member]) => [key, leafText(member)]);
}

type Members = readonly (readonly [string, string])[];

/** Styles `form`, `spaceDelimited`, `pipeDelimited`, `deepObject` and `cookie`. */
function pairsOf(
  { style, explode, name: plain }: WireParameter,
  value: Json,
  members: Members,
  encode: (text: string) => string,
): Members {
  const name = encode(plain);
  if (isObject(value)) {
    if (style === "deepObject")
      return Object.entries(value).flatMap(([key, member]) =>
        bracketed(`${name}[${encode(key)}]`, member ?? null, encode),
      );
    if (!explode) return [[name, members.flat().join(delimiterOf(style))]];
    return Object.entries(value).flatMap(([key, member]) =>
      (isArray(member) ? member : [member]).map((item) => [encode(key), encode(leafText(item))] as const),
    );
  }
  if (isArray(value) && !explode) return [[name, members.map(([, text]) => text).join(delimiterOf(style))]];
  return members.map(([, text]) => [name, text]);
}

/** `f[a][b]=1`, and `f[a]=1&f[a]=2` for a list of scalars. */
function bracketed(name: string, value: Json, encode: (text: string) => string): Members {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, member]) =>
      bracketed(`${name}[${encode(key)}]`, member ?? null, encode),
    );
  }
  return (isArray(value) ? value : [value]).map((item) => [name, encode(leafText(item))] as const);
}

/** Returns the delimiter between the items of one value; spaces and bars must be percent-encoded in a URL. */
export function delimiterOf(style: string): string {
  if (style === "spaceDelimited") return "%20";
  return style === "pipeDelimited" ? "%7C" : ",";
}

/** Styles `simple`, `label` and `matrix`. */
function textOf(
  { style, explode, name }: WireParameter,
  value: Json,
  members: Members,
  pairs: Members,
): string {
  const texts = members.map(([, text]) => text);
  const assigned = members.map(([key, text]) => `${key}=${text}`);
  if (style === "matrix") {
    if (isObject(value) && explode) return assigned.map((text) => `;${text}`).join("");
    if (isArray(value) && explode) return texts.map((text) => `;${name}=${text}`).join("");
    return `;${name}=${isObject(value) ? members.flat().join(",") : texts.join(",")}`;
  }
  const dot = style === "label" ? "." : "";
  const between = style === "label" && explode ? "." : ",";
  if (isObject(value)) return dot + (explode ? assigned.join(between) : members.flat().join(","));
  if (style === "form") return pairs.map((pair) => pair.join("=")).join("&");
  return dot + texts.join(between);
}

function encoder({ place, allowReserved }: WireParameter): (text: string) => string {
  if (place === "header") return (text) => text;
  // RFC 6570, section 3.2.1: unreserved characters are kept; with allowReserved also reserved ones, except
  // query separators.
  const kept = allowReserved && place === "query" ? /[A-Za-z0-9\-._~:/?[\]@!$'()*,;]/ : /[A-Za-z0-9\-._~]/;
  return (text) =>
    Array.from(text, (character) => (kept.test(character) ? character : percentEncoded(character))).join("");
}

function percentEncoded(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  ).join("");
}
