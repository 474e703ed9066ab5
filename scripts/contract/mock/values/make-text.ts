// Generates texts for schemas of strings: by format, by pattern, or by what a property of that name usually
// contains.
import type { Json, JsonObject } from "../../document/document.ts";
import { patternOf } from "../../containment/pattern.ts";
import { words } from "../../containment/words.ts";
import { hash } from "./dice.ts";

/** Where a text is used, and its index. */
export interface TextUse {
  /** The property that has the text as its value; empty elsewhere. */
  readonly name: string;
  readonly seed: number;
  /** Counts up if several different texts are required. */
  readonly index: number;
}

const moment = Date.UTC(2024, 0, 15, 9, 30);

/**
 * Returns a text that satisfies the schema's format, lengths and pattern, as far as a quick attempt finds
 * one. The caller validates it.
 */
export function makeText(schema: JsonObject, use: TextUse): string {
  const { pattern, format } = schema;
  const least = lengthOf(schema["minLength"], 0);
  const most = lengthOf(schema["maxLength"], Number.POSITIVE_INFINITY);
  if (typeof pattern === "string") {
    const own = typeof format === "string" ? formatted(format, use) : undefined;
    if (own !== undefined && patternOf(pattern).expression?.test(own) === true) return own;
    return matching(pattern, { least, most }, use.index) ?? fitted("x", least, most);
  }
  const known = typeof format === "string" ? formatted(format, use) : undefined;
  return known ?? fitted(usual(use), least, most);
}

function lengthOf(value: Json | undefined, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** Returns a text of a format; undefined for an unknown format. */
function formatted(format: string, { seed, index }: TextUse): string | undefined {
  const date = new Date(moment + (index + (seed % 365)) * 86_400_000);
  const number = hash(`${seed} ${index}`);
  switch (format) {
    case "date-time":
      return date.toISOString();
    case "date":
      return date.toISOString().slice(0, 10);
    case "time":
      return "09:30:00Z";
    case "duration":
      return "P1D";
    case "uuid":
      return `${number.toString(16).padStart(8, "0")}-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
    case "email":
    case "idn-email":
      return `somebody${index || ""}@example.com`;
    case "hostname":
    case "idn-hostname":
      return "example.com";
    case "uri":
    case "url":
    case "iri":
      return `https://example.com/${index || ""}`;
    case "uri-reference":
    case "iri-reference":
      return `/${index || ""}`;
    case "uri-template":
      return "/{id}";
    case "ipv4":
      return `192.0.2.${(index % 250) + 1}`;
    case "ipv6":
      return `2001:db8::${((index % 250) + 1).toString(16)}`;
    case "json-pointer":
      return "/a";
    case "relative-json-pointer":
      return "0";
    case "regex":
      return "^a+$";
    case "byte":
      return "bW9jaw==";
    default:
      return undefined;
  }
}

/** Returns the text with this index that matches a pattern; undefined if a quick attempt finds none. */
function matching(
  pattern: string,
  { least, most }: { readonly least: number; readonly most: number },
  index: number,
): string | undefined {
  const { automaton, samples, lengths } = patternOf(pattern);
  const long = (text: string): boolean => {
    const length = Array.from(text).length;
    return length >= least && length <= most;
  };
  if (automaton === undefined) return samples.filter(long)[index] ?? samples.find(long);
  const shortest = Math.max(least, lengths.min);
  const longest = Math.min(most, lengths.max, shortest + longestSearch);
  let last: string | undefined;
  let left = index;
  try {
    for (const word of words(automaton, shortest, longest)) {
      last = word;
      if (left-- <= 0) break;
    }
  } catch {
    // Texts too long for the state table are left to the solver.
  }
  return last;
}

const longestSearch = 400;

const usualTexts: readonly (readonly [RegExp, (index: number) => string])[] = [
  [/e-?mail$/i, (index) => `somebody${index || ""}@example.com`],
  [/(url|uri|href|link|website|homepage)$/i, (index) => `https://example.com/${index || ""}`],
  [/(^|_)first_?name$/i, () => "Ada"],
  [/(^|_)last_?name$/i, () => "Lovelace"],
  [/(user_?name|login|handle)$/i, (index) => `ada${index || ""}`],
  [/(phone|mobile|fax)(_?number)?$/i, (index) => `+1500555${String(index).padStart(4, "0")}`],
  [/country(_?code)?$/i, () => "NL"],
  [/currency(_?code)?$/i, () => "EUR"],
  [/(language|locale|lang)$/i, () => "en"],
  [/time_?zone$/i, () => "Europe/Amsterdam"],
  [/city$/i, () => "Amsterdam"],
  [/(zip|postal_?code|postcode)$/i, () => "1011AB"],
  [/street|address/i, () => "1 Example Street"],
  [/(^|_)ip(_?address)?$/i, () => "192.0.2.1"],
  [/version$/i, () => "1.0.0"],
  [
    /(created|updated|modified|deleted|expires|started|finished|completed)_?(at|on|date|time)$/i,
    (index) => new Date(moment + index * 1000).toISOString(),
  ],
  [/colou?r$/i, () => "#336699"],
];

function usual({ name, index }: TextUse): string {
  const known = usualTexts.find(([pattern]) => pattern.test(name));
  if (known !== undefined) return known[1](index);
  return `${name === "" ? "text" : name}${index === 0 ? "" : ` ${index + 1}`}`;
}

/** Truncates or extends a text, by code points. */
function fitted(text: string, least: number, most: number): string {
  const points = Array.from(text);
  if (points.length > most) return points.slice(0, most).join("");
  return points.length < least ? text.padEnd(text.length + Math.min(least, 1e6) - points.length, "x") : text;
}
