// Writes values as parameters travel: style, explode and percent-encoding (OpenAPI, Style Values; RFC 6570).
import type { Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { WireParameter } from "./wire-parameter.ts";

/** A value on the wire: text at its leaves. */
export type Wire = string | readonly Wire[] | { readonly [name: string]: Wire };

/** The text of a scalar as it travels; undefined for what has no agreed text: null, and arrays and objects inside others. */
export function scalarText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "number") return undefined;
  // Beyond 1e21 JavaScript writes an exponent, which integers must not have.
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** What a parameter's value adds: `pairs` to a query or a cookie, `text` to a path or a header. Undefined: it cannot travel. */
export function serialise(
  parameter: WireParameter,
  value: Json,
): { readonly text: string; readonly pairs: readonly (readonly [string, string])[] } | undefined {
  const { media, name } = parameter;
  const encode = encoder(parameter);
  if (media !== undefined) {
    const text = encode(JSON.stringify(value));
    return { text, pairs: [[encode(name), text]] };
  }
  const members = membersOf(value);
  if (members === undefined) return undefined;
  const encoded = members.map(([key, text]) => [encode(key), encode(text)] as const);
  const pairs = pairsOf(parameter, value, encoded, encode(name));
  return { pairs, text: textOf(parameter, value, encoded, pairs) };
}

/** The value's leaves with their names; arrays and scalars have none. */
function membersOf(value: Json): [string, string][] | undefined {
  const entries: [string, Json | undefined][] = isArray(value)
    ? value.map((item) => ["", item])
    : isObject(value)
      ? Object.entries(value)
      : [["", value]];
  const members: [string, string][] = [];
  for (const [key, leaf] of entries) {
    const text = scalarText(leaf);
    if (text === undefined) return undefined;
    members.push([key, text]);
  }
  return members;
}

type Members = readonly (readonly [string, string])[];

/** Styles `form`, `spaceDelimited`, `pipeDelimited`, `deepObject` and `cookie`. */
function pairsOf({ style, explode }: WireParameter, value: Json, members: Members, name: string): Members {
  if (style === "deepObject" && isObject(value))
    return members.map(([key, text]) => [`${name}[${key}]`, text]);
  if (isObject(value)) {
    return explode ? members : [[name, members.flat().join(delimiterOf(style))]];
  }
  if (isArray(value) && !explode) return [[name, members.map(([, text]) => text).join(delimiterOf(style))]];
  return members.map(([, text]) => [name, text]);
}

/** Between the items of one value; blanks and bars must be percent-encoded in a URL. */
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
  // RFC 6570, section 3.2.1: unreserved characters stay; with allowReserved reserved ones too, query separators apart.
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
