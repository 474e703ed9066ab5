// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import { isRounded } from "./rounded-integer.ts";

/**
 * Measurements of a JSON text. They ignore the grammar, so they are valid only for a text that JSON.parse
 * accepts.
 */
export interface JsonMeasure {
  readonly depth: number;
  /** Number of members of all objects; greater than that of the parsed value if a key is repeated. */
  readonly members: number;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** Measures a JSON text. Brackets and colons are ASCII, so a single pass over the code units suffices. */
export function measureJson(text: string): JsonMeasure {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      at = stringEnd(text, at + 1);
    } else if (unit === colon) {
      members++;
    } else if (unit === 0x5b || unit === 0x7b) {
      if (++depth > deepest) deepest = depth;
    } else if (unit === 0x5d || unit === 0x7d) {
      depth--;
    }
  }
  return { depth: deepest, members };
}

/**
 * Returns the index of the closing quote of the string that starts at `at`; the length of the text if there
 * is none.
 */
function stringEnd(text: string, at: number): number {
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === backslash) at++;
  }
  return at;
}

/** Returns the number of members of all objects in a parsed JSON value. */
export function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item);
    return count;
  }
  const members = value as Record<string, unknown>; // Values from JSON.parse have only own string keys.
  for (const key in members) {
    const member = members[key];
    count += typeof member === "object" ? 1 + countMembers(member) : 1;
  }
  return count;
}

/** A problem of a JSON text; `pointer` (RFC 6901) is the nearest location that can be named. */
export interface JsonProblem {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * The result of a scan. `wellFormed` is whether the text is JSON at all; if so, the problems concern only its
 * content.
 */
export interface JsonScan {
  readonly wellFormed: boolean;
  readonly problems: readonly JsonProblem[];
}

/** Limits of a JSON text. */
export interface JsonLimits {
  /** Maximum nesting depth of objects and arrays. */
  readonly depth: number;
  /** Number of problems after which the scan stops. */
  readonly problems: number;
  /**
   * Whether strings and names may contain U+0000, which JSON allows and some databases do not. Default: true.
   */
  readonly nul?: boolean;
}

/** The default limits. */
export const usualLimits: JsonLimits = { depth: 32, problems: 100 };

/** Scans a whole text. Takes time linear in its length, and at most `limits.depth` nested calls. */
export function scanJson(text: string, limits: JsonLimits): JsonScan {
  const scanner = new JsonScanner(text, limits);
  try {
    scanner.scan();
    return { wellFormed: true, problems: scanner.problems };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { wellFormed: false, problems: [...scanner.problems, { pointer: "", detail: error.message }] };
  }
}

/** Ends a scan at a position after which nothing can be parsed. */
class Malformed extends Error {
  override readonly name = "Malformed";
}

const blank = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const word = /true|false|null/y;
/** Characters below this one are control characters, which a string must escape. */
const firstPrintable = 0x20;

class JsonScanner {
  readonly problems: JsonProblem[] = [];
  readonly #text: string;
  readonly #limits: JsonLimits;
  #at = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  scan(): void {
    this.#value("", 1);
    this.#skipBlank();
    if (this.#at < this.#text.length) throw this.#malformed("expected the end");
  }

  #value(pointer: string, depth: number): void {
    this.#skipBlank();
    const next = this.#text[this.#at];
    if (next === "{" || next === "[") {
      if (depth > this.#limits.depth) {
        throw new Malformed(`must NOT be nested more than ${this.#limits.depth} levels deep`);
      }
      this.#at++;
      if (next === "{") this.#members(pointer, depth);
      else this.#items(pointer, depth);
    } else if (next === '"') {
      this.#checkCharacters(this.#string(), pointer, "must");
    } else if (!this.#number(pointer) && !this.#skip(word)) {
      throw this.#malformed("expected a value");
    }
  }

  #members(pointer: string, depth: number): void {
    const names = new Set<string>();
    this.#skipBlank();
    if (this.#accept("}")) return;
    do {
      this.#skipBlank();
      const name = this.#string();
      const place = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      this.#checkCharacters(name, place, "property name must");
      if (names.has(name)) this.#report(place, "must NOT be given twice in one object");
      names.add(name);
      this.#skipBlank();
      this.#expect(":");
      this.#value(place, depth + 1);
      this.#skipBlank();
    } while (this.#accept(","));
    this.#expect("}");
  }

  #items(pointer: string, depth: number): void {
    this.#skipBlank();
    if (this.#accept("]")) return;
    let index = 0;
    do {
      this.#value(`${pointer}/${index++}`, depth + 1);
      this.#skipBlank();
    } while (this.#accept(","));
    this.#expect("]");
  }

  #number(pointer: string): boolean {
    const start = this.#at;
    if (!this.#skip(number)) return false;
    const written = this.#text.slice(start, this.#at);
    if (!Number.isFinite(Number(written))) this.#report(pointer, "must NOT be beyond the range of a double");
    else if (isRounded(written)) this.#report(pointer, "must be an integer that a double holds");
    return true;
  }

  /** Parses the string that starts here and returns it decoded (RFC 8259, section 7). */
  #string(): string {
    const start = this.#at;
    if (!this.#accept('"')) throw this.#malformed("expected a string");
    while (!this.#accept('"')) {
      if (!(this.#text.charCodeAt(this.#at) >= firstPrintable))
        throw this.#malformed("expected a closing quote");
      this.#at += this.#text[this.#at] === "\\" ? 2 : 1;
    }
    const written = this.#text.slice(start, this.#at);
    if (!written.includes("\\")) return written.slice(1, -1);
    try {
      return String(JSON.parse(written));
    } catch {
      this.#at = start;
      throw this.#malformed("expected a string without unknown escapes");
    }
  }

  #checkCharacters(decoded: string, pointer: string, subject: string): void {
    if (this.#limits.nul === false && decoded.includes("\0"))
      this.#report(pointer, `${subject} NOT contain U+0000`);
    if (/\p{Surrogate}/u.test(decoded)) this.#report(pointer, `${subject} NOT contain a lone surrogate`);
  }

  #report(pointer: string, detail: string): void {
    if (this.problems.length < this.#limits.problems) this.problems.push({ pointer, detail });
  }

  #skipBlank(): void {
    this.#skip(blank);
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #accept(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#accept(character)) throw this.#malformed(`expected "${character}"`);
  }

  #malformed(expected: string): Malformed {
    const before = this.#text.slice(0, this.#at);
    const line = before.split("\n").length;
    const column = this.#at - before.lastIndexOf("\n");
    const found = this.#at < this.#text.length ? JSON.stringify(this.#text[this.#at]) : "the end";
    return new Malformed(
      `must be JSON: ${expected}, found ${found} at position ${this.#at} (line ${line}, column ${column})`,
    );
  }
}

/** The parsed value, unless the text is not JSON, and the problems of the text. */
export type JsonReading =
  | { readonly wellFormed: true; readonly value: unknown; readonly problems: readonly JsonProblem[] }
  | { readonly wellFormed: false; readonly problems: readonly JsonProblem[] };

const byteOrderMark = 0xfeff;
/** Matches numbers that JSON.parse may turn into infinity or into another integer. */
const mayBeAnother = /[0-9]{16}|[eE]\+?[0-9]{3}/;
const noProblems: readonly JsonProblem[] = [];

/**
 * Parses one JSON text (RFC 8259; a leading byte order mark is ignored, as its section 8.1 allows).
 *
 * Texts without problems are never scanned by this project's own parser: repeated keys change the number of
 * members, and lone surrogates and U+0000 can occur in valid UTF-8 JSON only as `\u` escapes.
 */
export function readJson(written: string, limits: JsonLimits): JsonReading {
  const text = written.charCodeAt(0) === byteOrderMark ? written.slice(1) : written;
  const { depth, members } = measureJson(text);
  if (depth > limits.depth) return { wellFormed: false, problems: scanJson(text, limits).problems };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wellFormed: false, problems: scanJson(text, limits).problems };
  }
  const suspicious = text.includes("\\u") || mayBeAnother.test(text) || countMembers(value) !== members;
  return { wellFormed: true, value, problems: suspicious ? scanJson(text, limits).problems : noProblems };
}
