// Where a document has strings and keys, and which of them a text can be put behind at once without hiding one another.
import { source } from "./strange-texts.ts";

/** A string of the document, or a key. */
export interface Location {
  /** Its number, in the order of the document. */
  readonly index: number;
  readonly isKey: boolean;
  /** The keys and numbers that lead to it, its own included. */
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

/** The document with a text behind each of some strings and keys. */
export function withBehind(wanted: readonly Location[], text: string): object {
  const indexes = new Set(wanted.map(({ index }) => index));
  let count = 0;
  return visit(source, [], (value) => (indexes.has(count++) ? value + text : value)) as object;
}

/**
 * All places in groups. A key that is renamed can take what stands below it out of the document (`content` that becomes something
 * unknown), so no group has a key and what is below it; strings hide nothing and are dealt out to two groups.
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
 * How what is made of two texts at a place compares: node by node; as the same nodes in another order, where they are sorted by such
 * texts (formats); or not, where another text is another thing by its syntax: a pattern is another automaton or program, a media type
 * another way to read a body, a slash in the pointer of a link leads one step further, braces in a path are a variable, and `?` or `#` ends it.
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
