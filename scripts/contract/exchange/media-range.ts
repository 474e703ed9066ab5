// Media types and ranges, the keys of a `content` map (RFC 9110, sections 8.3.1 and 12.5.1).

/**
 * A parsed media type or range such as `text/*; charset=utf-8`; type and parameter names are
 * case-insensitive.
 */
export interface MediaRange {
  readonly text: string;
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
}

export function mediaRange(text: string): MediaRange {
  const [essence = ""] = text.split(";", 1);
  const [type = "", subtype = ""] = essence.trim().toLowerCase().split("/");
  const parameters = Array.from(text.slice(essence.length).matchAll(parameter), (match): [string, string] => {
    const [, name = "", quoted, token = ""] = match;
    const value = quoted === undefined ? token : quoted.replaceAll(/\\(.)/g, "$1");
    return [name.toLowerCase(), hasCase(name) ? value : value.toLowerCase()];
  });
  return { text, type, subtype, parameters: new Map(parameters) };
}

/**
 * `; name=token` or `; name="quoted \"text\""` (RFC 9110, section 5.6.6): a quoted value may contain `;` and
 * `=`.
 */
const parameter = /;\s*([^\s;="]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*)))?/g;

/**
 * Names of character sets are case-insensitive (RFC 9110, section 8.3.2); other values, such as a profile's
 * URI, may be case-sensitive.
 */
function hasCase(name: string): boolean {
  return name.toLowerCase() !== "charset";
}

/** Returns true if `outer` includes every media type of `inner`. */
export function covers(outer: MediaRange, inner: MediaRange): boolean {
  if (outer.type !== "*" && outer.type !== inner.type) return false;
  if (outer.subtype !== "*" && outer.subtype !== inner.subtype) return false;
  // JSON is always UTF-8, whether declared or not (RFC 8259, section 8.1).
  const parameterOf = (range: MediaRange, name: string) =>
    range.parameters.get(name) ?? (name === "charset" ? "utf-8" : undefined);
  return [...outer.parameters.keys()].every((name) => parameterOf(outer, name) === parameterOf(inner, name));
}

/**
 * Returns true if content declared as `range` satisfies a request that accepts `media`. A concrete media type
 * has exactly the parameters that it names; a range with `*` has any.
 */
export function mayBe(range: MediaRange, media: MediaRange): boolean {
  if (!covers(range, media)) return false;
  return range.type === "*" || range.subtype === "*" || covers(media, range);
}

/**
 * Returns the specificity of a range: the most specific one that covers a media type applies (OpenAPI, Media
 * Type Object).
 */
function narrowness(range: MediaRange): number {
  return (range.type === "*" ? 0 : 1) + (range.subtype === "*" ? 0 : 1) + range.parameters.size / 100;
}

/** Returns the most specific of `ranges` that covers a media type. */
export function speakingFor<T extends { readonly range: MediaRange }>(
  contents: readonly T[],
  media: MediaRange,
): T | undefined {
  return contents
    .filter(({ range }) => covers(range, media))
    .sort((a, b) => narrowness(b.range) - narrowness(a.range))[0];
}

/** Returns a media type inside a range that no more specific range covers. */
export function memberOfRange(range: MediaRange, others: readonly MediaRange[]): MediaRange {
  if (range.type !== "*" && range.subtype !== "*") return range;
  const candidates = ["application/json", "text/plain", "application/octet-stream", "image/png"];
  const type = range.type === "*" ? "application" : range.type;
  const inside = [...candidates, `${type}/x-other`].map(mediaRange).filter((media) => covers(range, media));
  const free = inside.find((media) => !others.some((other) => other !== range && covers(other, media)));
  return free ?? mediaRange(`${type}/x-other`);
}

/** How a body of a media type is parsed. */
export type MediaKind = "json" | "form" | "multipart" | "xml" | "text" | "binary";

export function mediaKind({ type, subtype }: MediaRange): MediaKind {
  if (subtype === "json" || subtype.endsWith("+json") || /jsonl|ndjson|json-seq/.test(subtype)) return "json";
  if (type === "application" && subtype === "x-www-form-urlencoded") return "form";
  if (type === "multipart") return "multipart";
  if (subtype === "xml" || subtype.endsWith("+xml")) return "xml";
  return type === "text" ? "text" : "binary";
}

/**
 * True if the values of a media type are JSON: of a body as a whole, of the lines of a stream, or of the data
 * of server-sent events.
 */
export function holdsJson(range: MediaRange): boolean {
  return mediaKind(range) === "json" || (range.type === "text" && range.subtype === "event-stream");
}
