// Tests whether texts match a pattern, in time linear in the text, for everything that validates values.
import { LinearMatcher } from "../../runtime/linear-matcher.ts";
import { linearProgram } from "./linear-program.ts";
import { readPattern } from "./read-pattern.ts";
import { slownessOf } from "./slow-pattern.ts";

/** Tests texts against one pattern. */
export interface PatternMatcher {
  /** Undefined for a pattern of another language, and if matching would take too long. */
  test(text: string): boolean | undefined;
}

/**
 * Maximum length in UTF-16 units of texts that are tested against a slow pattern without a linear program.
 */
const short = 16;
const limit = 5000;
const known = new Map<string, PatternMatcher>();

export function matcherOf(source: string): PatternMatcher {
  const before = known.get(source);
  if (before !== undefined) return before;
  if (known.size >= limit) known.clear();
  const matcher = make(source);
  known.set(source, matcher);
  return matcher;
}

function make(source: string): PatternMatcher {
  const pattern = readPattern(source);
  if ("foreign" in pattern) return { test: () => undefined };
  const expression = new RegExp(pattern.source, pattern.flags);
  const slowness = slownessOf(pattern);
  if (slowness === undefined) return expression;
  if (slowness.growth === "unbounded") return { test: () => undefined };
  const program = linearProgram(pattern);
  if (program !== undefined) return new LinearMatcher(program);
  return { test: (text) => (text.length > short ? undefined : expression.test(text)) };
}
