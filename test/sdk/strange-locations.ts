// The locations of strings and keys in a document, in groups whose members can have text appended at once
// without hiding one another.
import { source } from "./strange-texts.ts";

/** A string of the document, or a key. */
export interface Location {
  /** Its index, in document order. */
  readonly index: number;
  readonly isKey: boolean;
  /** The keys and indexes that lead to it, its own included. */
  readonly path: readonly (string | number)[];
}

/** All strings and keys of the document. */
export function locations(): Location[] {
  const found: Location[] = [];
  visit(source, [], (text, isKey, path) => {
    found.push({ index: found.length, isKey, path });
    return text;
  });
  return found;
}

/** The document with a text appended to some strings and keys, and another to others. */
export function withBehind(
  wanted: readonly Location[],
  text: string,
  others: readonly Location[] = [],
  otherText = "",
): object {
  const texts = new Map(others.map(({ index }) => [index, otherText]));
  for (const { index } of wanted) texts.set(index, text);
  let count = 0;
  return visit(source, [], (value) => value + (texts.get(count++) ?? "")) as object;
}

/**
 * All locations, in groups. Renaming a key can remove its value from the document's meaning (`content`
 * becomes an unknown key), so no group has a key and a location below it; strings hide nothing and are split
 * into two groups.
 */
export function apart(all: readonly Location[]): Location[][] {
  const strings = all.filter(({ isKey }) => !isKey);
  const keys: Location[][] = [];
  for (const place of all.filter(({ isKey }) => isKey)) {
    const group = keys.find(
      (others) => !others.some((other) => isBelow(place, other) || isBelow(other, place)),
    );
    if (group === undefined) keys.push([place]);
    else group.push(place);
  }
  return [0, 1].map((half) => strings.filter((_, at) => at % 2 === half)).concat(keys);
}

/**
 * How the code generated for two texts at a location compares: node by node; as the same nodes in another
 * order, where they are sorted by such texts (formats); or not at all, where the syntax of the text has a
 * meaning: a pattern gives another automaton or program, a media type another way to parse a body, a slash in
 * a link's pointer adds a step, braces in a path are a variable, and `?` or `#` ends it.
 */
export function likeness({ path, isKey }: Location, text: string): "same" | "sorted" | "other" {
  const [last, above, third] = [path.at(-1), path.at(-2), path.at(-4)];
  if (isKey && above === "paths") return /[{}?#]/.test(text) ? "other" : "same";
  if (isKey) return above === "content" || above === "patternProperties" ? "other" : "same";
  if (above === "parameters" && third === "links") return text.includes("/") ? "other" : "same";
  if (last === "format") return "sorted";
  return last === "contentType" || last === "pattern" ? "other" : "same";
}

function isBelow({ path }: Location, above: Location): boolean {
  return path.length > above.path.length && above.path.every((part, at) => part === path[at]);
}

type Change = (text: string, isKey: boolean, path: readonly (string | number)[]) => string;

function visit(value: unknown, path: readonly (string | number)[], change: Change): unknown {
  if (typeof value === "string") return change(value, false, path);
  if (Array.isArray(value)) return value.map((item, at) => visit(item, [...path, at], change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const below = [...path, key];
      return [change(key, true, below), visit(member, below, change)];
    }),
  );
}
