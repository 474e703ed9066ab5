// Reads a `pattern` as JSON Schema defines it: an ECMA-262 regular expression with the flag `u` that may
// match anywhere.
import { RegExpParser } from "@eslint-community/regexpp";
import { foreignSyntax } from "./foreign-syntax.ts";
import { Untranslatable, withoutModifiers } from "./modifiers.ts";

/** A pattern that is valid in ECMA-262, as supported by every engine since Node 20. */
export interface EcmaPattern {
  readonly source: string;
  /**
   * Empty for syntax that only the flag `u` rejects although all dialects agree on its meaning, such as `\-`
   * outside of a class.
   */
  readonly flags: "u" | "";
}

/** A pattern in the syntax of another language; its meaning is not guessed. */
export interface ForeignPattern {
  /** Why it is not valid in ECMA-262: `\A is not an ECMA-262 escape`. */
  readonly foreign: string;
  /** The probable ECMA-262 equivalent; undefined if none is known. */
  readonly fix: string | undefined;
}

const limit = 5000;
const known = new Map<string, EcmaPattern | ForeignPattern>();

/** Parses a pattern; never throws. */
export function readPattern(source: string): EcmaPattern | ForeignPattern {
  const before = known.get(source);
  if (before !== undefined) return before;
  if (known.size >= limit) known.clear();
  const pattern = read(source);
  known.set(source, pattern);
  return pattern;
}

/**
 * Returns the regular expression of a pattern; undefined for one of another language. Its running time may be
 * unbounded.
 */
export function regExpOf(source: string): RegExp | undefined {
  const pattern = readPattern(source);
  return "foreign" in pattern ? undefined : new RegExp(pattern.source, pattern.flags);
}

/** Returns the equivalent of a pattern under the flag `u`, if one is known. */
export function strictForm(source: string): string | undefined {
  const { fix } = foreignSyntax(source);
  return fix !== undefined && typeof parsed(fix, true) !== "string" ? fix : undefined;
}

let parser: RegExpParser | undefined;

/** Returns the parser. Modifiers such as `(?i:…)` are ECMA-262's since 2025. */
export function patternParser(): RegExpParser {
  return (parser ??= new RegExpParser({ ecmaVersion: 2025 }));
}

/** What engines or editions of ECMA-262 differ in: properties of Unicode, names of groups, modifiers. */
const newerSyntax = /\\[pPk]|\(\?(?![:=!])/;

/** Returns whether this engine decides that a pattern is valid, without loading a parser for it. */
function isPlain(source: string): boolean {
  if (newerSyntax.test(source)) return false;
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

function read(source: string): EcmaPattern | ForeignPattern {
  if (isPlain(source)) return { source, flags: "u" };
  const strict = parsed(source, true);
  if (typeof strict !== "string") return translated(source, "u");
  const { construct } = foreignSyntax(source);
  const fix = strictForm(source);
  if (construct !== undefined) return { foreign: construct, fix };
  if (typeof parsed(source, false) !== "string") return translated(source, "");
  return { foreign: strict, fix };
}

function translated(source: string, flags: "u" | ""): EcmaPattern | ForeignPattern {
  try {
    const pattern = { source: withoutModifiers(patternParser(), source, flags === "u"), flags };
    new RegExp(pattern.source, flags);
    return pattern;
  } catch (error) {
    if (error instanceof Untranslatable) return { foreign: error.message, fix: undefined };
    return { foreign: error instanceof Error ? error.message : String(error), fix: undefined };
  }
}

/** Returns the pattern's syntax tree, or the reason why it is invalid. */
function parsed(source: string, unicode: boolean): object | string {
  try {
    return patternParser().parsePattern(source, 0, source.length, { unicode });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message
      .replace(/^Invalid regular expression: \/[^]*\/u?: /, "")
      .replace(/^./, (first) => first.toLowerCase());
  }
}
