// Parses parameters from a request: finds the wire values of a declared style in the sent text.
import type { Wire } from "./serialise.ts";
import { delimiterOf } from "./serialise.ts";
import type { Shape, WireParameter } from "./wire-parameter.ts";

/** Raw name-value pairs of a query string, a form or a Cookie header, still percent-encoded. */
export type RawPairs = readonly (readonly [string, string])[];

export function splitQuery(query: string): RawPairs {
  if (query === "") return [];
  return query.split("&").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

/** Returns the cookies of a message (RFC 6265, section 4.2.1). */
export function cookies(message: { readonly headers: readonly (readonly [string, string])[] }): RawPairs {
  const lines = message.headers.filter(([name]) => name.toLowerCase() === "cookie").map(([, value]) => value);
  return splitQuery(lines.join("; ").replaceAll("; ", "&"));
}

/** Parses the members of a form (`application/x-www-form-urlencoded`). */
export function wireFromForm(text: string): Wire {
  return fromNames(splitQuery(text.replaceAll("+", "%20")))?.wire ?? {};
}

/**
 * Parses a parameter in a style that consists of pairs: undefined if it is absent, an error if it has another
 * form.
 */
export function wireFromPairs(
  parameter: WireParameter,
  shape: Shape,
  pairs: RawPairs,
): { readonly wire: Wire } | { readonly error: string } | undefined {
  const { name, style, explode, taken } = parameter;
  if (shape === "object" && style === "deepObject") return fromBrackets(name, pairs);
  if (shape === "object" && explode) return fromNames(pairs.filter(([key]) => !taken.includes(decode(key))));
  const own = pairs.filter(([key]) => decode(key) === name).map(([, value]) => value);
  const [first] = own;
  if (first === undefined) return undefined;
  if (shape === "array" && explode) return { wire: own.map(decode) };
  if (own.length > 1) return { error: `must be sent once, not ${own.length} times` };
  if (shape === "scalar") return { wire: decode(first) };
  const items = first === "" ? [] : splitAt(first, style);
  return shape === "array" ? { wire: items } : objectOf(items);
}

/** Parses a parameter in a style that consists of one text: in a path or a header. */
export function wireFromText(
  parameter: WireParameter,
  shape: Shape,
  raw: string,
): { readonly wire: Wire } | { readonly error: string } {
  const { style, explode, name } = parameter;
  if (style === "matrix") return fromMatrix(name, explode, shape, raw);
  if (style === "label" && !raw.startsWith(".")) return { error: `must begin with "."` };
  const text = style === "label" ? raw.slice(1) : raw;
  const read = parameter.place === "header" ? (item: string) => item.trim() : decode;
  if (shape === "scalar") return { wire: read(text) };
  const items = text === "" ? [] : text.split(style === "label" && explode ? "." : ",");
  if (shape === "array") return { wire: items.map(read) };
  return explode ? assignments(items) : objectOf(items.map(read));
}

/**
 * Undoes percent-encoding; text that is not UTF-8 is returned unchanged, which no example of a schema looks
 * like.
 */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function splitAt(text: string, style: string): string[] {
  const delimiter = delimiterOf(style);
  // A server that splits on the raw character treats the percent-encoded one the same way.
  const parts = text.split(delimiter);
  return parts.map(decode);
}

/** `f[a]=1&f[b][c]=2&f[d]=3&f[d]=4` → `{a: "1", b: {c: "2"}, d: ["3", "4"]}`. */
function fromBrackets(name: string, pairs: RawPairs): { wire: Wire } | { error: string } | undefined {
  const tree: BracketTree = { texts: [], members: new Map() };
  for (const [key, value] of pairs) {
    const plain = decode(key);
    if (!plain.startsWith(`${name}[`) || !plain.endsWith("]")) continue;
    let at = tree;
    for (const step of plain.slice(name.length + 1, -1).split("][")) {
      const next: BracketTree = at.members.get(step) ?? { texts: [], members: new Map() };
      at.members.set(step, next);
      at = next;
    }
    at.texts.push(decode(value));
  }
  return tree.members.size === 0 ? undefined : { wire: wireOfTree(tree) };
}

interface BracketTree {
  readonly texts: string[];
  readonly members: Map<string, BracketTree>;
}

function wireOfTree({ texts, members }: BracketTree): Wire {
  // `f[a][]=1` denotes a list, and nothing else.
  const listed = members.get("");
  if (members.size === 1 && listed !== undefined) return [...texts, ...listed.texts];
  if (members.size === 0) return oneOrAll(texts);
  return Object.fromEntries(Array.from(members, ([key, inner]) => [key, wireOfTree(inner)]));
}

function oneOrAll(texts: readonly string[]): Wire {
  const [first = ""] = texts;
  return texts.length === 1 ? first : texts;
}

/** Parses the members of an exploded object; a repeated name is a list. */
function fromNames(pairs: RawPairs): { wire: Wire } | undefined {
  const members = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const name = decode(key);
    members.set(name, [...(members.get(name) ?? []), decode(value)]);
  }
  if (members.size === 0) return undefined;
  return { wire: Object.fromEntries(Array.from(members, ([name, texts]) => [name, oneOrAll(texts)])) };
}

function fromMatrix(
  name: string,
  explode: boolean,
  shape: Shape,
  raw: string,
): { wire: Wire } | { error: string } {
  if (!raw.startsWith(";")) return { error: `must begin with ";"` };
  const pairs = splitQuery(raw.slice(1).replaceAll(";", "&"));
  if (shape === "object" && explode) {
    return { wire: Object.fromEntries(pairs.map(([key, value]) => [decode(key), decode(value)])) };
  }
  const own = pairs.filter(([key]) => key === name).map(([, value]) => value);
  const [first] = own;
  if (first === undefined) return { error: `must begin with ";${name}="` };
  if (shape === "scalar") return own.length > 1 ? { error: "must be sent once" } : { wire: decode(first) };
  const items = (explode ? own : first.split(",")).map(decode);
  return shape === "array" ? { wire: items } : objectOf(items);
}

function objectOf(items: readonly string[]): { wire: Wire } | { error: string } {
  if (items.length % 2 === 1) return { error: "must be a list of names and values" };
  const members = items.flatMap((item, index): [string, string][] =>
    index % 2 === 0 ? [[item, items[index + 1] ?? ""]] : [],
  );
  return { wire: Object.fromEntries(members) };
}

function assignments(items: readonly string[]): { wire: Wire } | { error: string } {
  const pairs = items.map((item) => item.split("="));
  if (pairs.some((pair) => pair.length !== 2)) return { error: "must be a list of name=value" };
  return { wire: Object.fromEntries(pairs.map(([key = "", value = ""]) => [decode(key), decode(value)])) };
}
