// anchored-patterns: JSON Schema matches a pattern anywhere in a string, so `^a{2,3}` without a `$` allows
// any length.
import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { patternsOf, type WrittenPattern } from "../../schema/patterns/document-patterns.ts";
import { readPattern, strictForm } from "../../schema/patterns/read-pattern.ts";
import type { Finding, Rule } from "../rule.ts";

export const anchoredPatterns: Rule = {
  id: "anchored-patterns",
  summary:
    "Every pattern is a regular expression of ECMA-262 that begins with ^ and ends with $, in each alternative.",
  *check({ nodes }) {
    for (const { pointer, node } of nodes("schema")) {
      for (const written of patternsOf(pointer, node))
        yield* judge(written, node["pattern"] === written.source);
    }
  },
};

const parser = new RegExpParser({ ecmaVersion: 2025 });

type Side = "start" | "end";

/** Patterns for property names may match a part, those for values should not. */
function* judge({ source, pointer }: WrittenPattern, isValue: boolean): Generator<Finding> {
  const pattern = readPattern(source);
  if ("foreign" in pattern) {
    const fix = pattern.fix === undefined ? "" : `; write ${pattern.fix}`;
    yield {
      pointer,
      message: `not a regular expression that JSON Schema understands: ${pattern.foreign}${fix}`,
    };
    return;
  }
  if (!isValue) return;
  const unicode = pattern.flags === "u";
  const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode });
  if (!unicode) {
    const fix = strictForm(source);
    const message = "JSON Schema's regular expressions have the flag u, which rejects this one";
    yield { pointer, message: fix === undefined ? message : `${message}; write ${fix}` };
  }
  const loose = (["start", "end"] as const).filter(
    (side) => !alternatives.every((one) => isAnchored(one, side)),
  );
  if (loose.length === 0) return;
  const signs = loose.map((side) => (side === "start" ? "^ at its start" : "$ at its end")).join(" and ");
  yield { pointer, message: `the pattern has no ${signs}: it also allows texts that only contain a match` };
}

function isAnchored(alternative: AST.Alternative, side: Side): boolean {
  const element = side === "start" ? alternative.elements[0] : alternative.elements.at(-1);
  if (element?.type === "Assertion") return element.kind === side;
  if (element?.type !== "Group" && element?.type !== "CapturingGroup") return false;
  return element.alternatives.every((inner) => isAnchored(inner, side));
}
