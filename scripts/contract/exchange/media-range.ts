// Media types and ranges as keys of a `content` map (RFC 9110, sections 8.3.1 and 12.5.1).

/** `text/*; charset=utf-8` taken apart; type and parameter names have no case. */
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

/** `; name=token` or `; name="quoted \"text\""` (RFC 9110, section 5.6.6): a quoted value may hold `;` and `=`. */
const parameter = /;\s*([^\s;="]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*)))?/g;

/** Names of character sets have no case (RFC 9110, section 8.3.2); other values, such as a profile's URI, may have. */
function hasCase(name: string): boolean {
  return name.toLowerCase() !== "charset";
}

/** Whether every media type of `inner` is one of `outer`. */
export function covers(outer: MediaRange, inner: MediaRange): boolean {
  if (outer.type !== "*" && outer.type !== inner.type) return false;
  if (outer.subtype !== "*" && outer.subtype !== inner.subtype) return false;
  // UTF-8 is what JSON is, said or not (RFC 8259, section 8.1).
  const said = (range: MediaRange, name: string) =>
    range.parameters.get(name) ?? (name === "charset" ? "utf-8" : undefined);
  return [...outer.parameters.keys()].every((name) => said(outer, name) === said(inner, name));
}

/**
 * Whether what is declared as `range` may be sent to who asks for `media`. A media type of its own has the parameters that it names and
 * no others; a range with `*` has any.
 */
export function mayBe(range: MediaRange, media: MediaRange): boolean {
  if (!covers(range, media)) return false;
  return range.type === "*" || range.subtype === "*" || covers(media, range);
}

/** How narrow a range is: the narrowest that covers a media type speaks for it (OpenAPI, Media Type Object). */
function narrowness(range: MediaRange): number {
  return (range.type === "*" ? 0 : 1) + (range.subtype === "*" ? 0 : 1) + range.parameters.size / 100;
}

/** The narrowest of `ranges` that covers a media type. */
export function speakingFor<T extends { readonly range: MediaRange }>(
  contents: readonly T[],
  media: MediaRange,
): T | undefined {
  return contents
    .filter(({ range }) => covers(range, media))
    .sort((a, b) => narrowness(b.range) - narrowness(a.range))[0];
}

/** A media type inside a range, other than those that narrower ranges speak for. */
export function memberOfRange(range: MediaRange, others: readonly MediaRange[]): MediaRange {
  if (range.type !== "*" && range.subtype !== "*") return range;
  const candidates = ["application/json", "text/plain", "application/octet-stream", "image/png"];
  const type = range.type === "*" ? "application" : range.type;
  const inside = [...candidates, `${type}/x-other`].map(mediaRange).filter((media) => covers(range, media));
  const free = inside.find((media) => !others.some((other) => other !== range && covers(other, media)));
  return free ?? mediaRange(`${type}/x-other`);
}

/** How a body of a media type is data. */
export type MediaKind = "json" | "form" | "multipart" | "xml" | "text" | "binary";

export function mediaKind({ type, subtype }: MediaRange): MediaKind {
  if (subtype === "json" || subtype.endsWith("+json") || /jsonl|ndjson|json-seq/.test(subtype)) return "json";
  if (type === "application" && subtype === "x-www-form-urlencoded") return "form";
  if (type === "multipart") return "multipart";
  if (subtype === "xml" || subtype.endsWith("+xml")) return "xml";
  return type === "text" ? "text" : "binary";
}
