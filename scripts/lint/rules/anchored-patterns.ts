// anchored-patterns: JSON Schema searches for a pattern anywhere, so `^a{2,3}` without a `$` allows any length at all.
import { type AST, RegExpParser } from "@eslint-community/regexpp";
import type { Finding, Rule } from "../rule.ts";

export const anchoredPatterns: Rule = {
  id: "anchored-patterns",
  summary:
    "Every pattern is a regular expression of ECMA-262 that begins with ^ and ends with $, in each alternative.",
  *check({ nodes }) {
    for (const { pointer, node } of nodes("schema")) {
      const { pattern } = node;
      if (typeof pattern === "string") yield* judge(pattern, `${pointer}/pattern`);
    }
  },
};

const parser = new RegExpParser();

type Side = "start" | "end";

function* judge(pattern: string, pointer: string): Generator<Finding> {
  let alternatives: readonly AST.Alternative[];
  try {
    alternatives = parser.parsePattern(pattern, 0, pattern.length, { unicode: true }).alternatives;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield { pointer, message: `not a regular expression that JSON Schema understands: ${reason}` };
    return;
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
