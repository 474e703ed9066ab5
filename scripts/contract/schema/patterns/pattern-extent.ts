// Estimates the cost of matching a pattern from its syntax alone.
import type { AST } from "@eslint-community/regexpp";
import { type EcmaPattern, patternParser } from "./read-pattern.ts";

/** The estimated cost of a pattern. */
export interface PatternExtent {
  /**
   * Number of consecutive parts on the longest path through the pattern. Engines compile them by recursion.
   */
  readonly depth: number;
  /** Upper bound of the number of ways in which one text can match; infinite for an unbounded repetition. */
  readonly ways: number;
}

const one: PatternExtent = { depth: 1, ways: 1 };

export function extentOf({ source, flags }: EcmaPattern): PatternExtent {
  return ofAlternatives(
    patternParser().parsePattern(source, 0, source.length, { unicode: flags === "u" }).alternatives,
  );
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): PatternExtent {
  const all = alternatives.map(({ elements }) =>
    elements.map(ofElement).reduce(behind, { depth: 0, ways: 1 }),
  );
  const depth = all.reduce((most, extent) => Math.max(most, extent.depth), 0);
  if (alternatives.every(isPlain)) return { depth, ways: prefixesOf(alternatives.map(({ raw }) => raw)) };
  return { depth, ways: all.reduce((sum, { ways }) => sum + ways, 0) };
}

function behind(before: PatternExtent, next: PatternExtent): PatternExtent {
  return { depth: before.depth + next.depth, ways: before.ways * next.ways };
}

function ofElement(element: AST.Element): PatternExtent {
  switch (element.type) {
    case "Quantifier": {
      const { min, max } = element;
      const { depth, ways } = ofElement(element.element);
      // Engines unroll the first few iterations, and count the others.
      const written = 1 + depth * Math.min(Math.max(min, 1), 3);
      return { depth: written, ways: max === Infinity ? Infinity : (max - min + 1) * ways ** max };
    }
    case "Group":
    case "CapturingGroup":
      return behind(one, ofAlternatives(element.alternatives));
    case "Assertion":
      return "alternatives" in element ? behind(one, ofAlternatives(element.alternatives)) : one;
    default:
      return one;
  }
}

function isPlain({ elements }: AST.Alternative): boolean {
  return elements.every(({ type }) => type === "Character");
}

/** Returns an upper bound of how many of the texts can be prefixes of one text. */
function prefixesOf(texts: readonly string[]): number {
  let most = 1;
  const open: string[] = [];
  for (const text of [...texts].sort()) {
    while (open.length > 0 && !text.startsWith(open.at(-1) ?? "")) open.pop();
    most = Math.max(most, open.push(text));
  }
  return most;
}
