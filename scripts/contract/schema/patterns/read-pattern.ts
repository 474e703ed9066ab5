// Reads a `pattern` as JSON Schema means it: a regular expression of ECMA-262 under the flag `u`, searched for anywhere.
import { RegExpParser } from "@eslint-community/regexpp";
import { foreignSyntax } from "./foreign-syntax.ts";
import { Untranslatable, withoutModifiers } from "./modifiers.ts";

/** A pattern that ECMA-262 reads, as every engine since Node 20 does. */
export interface EcmaPattern {
  readonly source: string;
  /** Empty for what only the flag `u` rejects though all dialects mean the same by it, as `\-` outside of a class. */
  readonly flags: "u" | "";
}

/** A pattern of another language: nobody may guess what it means. */
export interface ForeignPattern {
  /** Why ECMA-262 does not read it: `\A is no escape of ECMA-262`. */
  readonly foreign: string;
  /** What was probably meant, in ECMA-262; undefined when that is not known. */
  readonly fix: string | undefined;
}

const limit = 5000;
const known = new Map<string, EcmaPattern | ForeignPattern>();

/** Throws nothing, whatever the pattern is. */
export function readPattern(source: string): EcmaPattern | ForeignPattern {
  const before = known.get(source);
  if (before !== undefined) return before;
  if (known.size >= limit) known.clear();
  const pattern = read(source);
  known.set(source, pattern);
  return pattern;
}

/** The regular expression of a pattern; undefined for one of another language. Its time may grow without bounds. */
export function regExpOf(source: string): RegExp | undefined {
  const pattern = readPattern(source);
  return "foreign" in pattern ? undefined : new RegExp(pattern.source, pattern.flags);
}

/** A pattern as the flag `u` has it, when it is known how to write it so. */
export function strictForm(source: string): string | undefined {
  const { fix } = foreignSyntax(source);
  return fix !== undefined && typeof parsed(fix, true) !== "string" ? fix : undefined;
}

/** Modifiers such as `(?i:…)` are ECMA-262's since 2025. */
const parser = new RegExpParser({ ecmaVersion: 2025 });

function read(source: string): EcmaPattern | ForeignPattern {
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
    const pattern = { source: withoutModifiers(parser, source, flags === "u"), flags };
    new RegExp(pattern.source, flags);
    return pattern;
  } catch (error) {
    if (error instanceof Untranslatable) return { foreign: error.message, fix: undefined };
    return { foreign: error instanceof Error ? error.message : String(error), fix: undefined };
  }
}

/** The pattern's syntax tree, or why there is none. */
function parsed(source: string, unicode: boolean): object | string {
  try {
    return parser.parsePattern(source, 0, source.length, { unicode });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message
      .replace(/^Invalid regular expression: \/[^]*\/u?: /, "")
      .replace(/^./, (first) => first.toLowerCase());
  }
}
