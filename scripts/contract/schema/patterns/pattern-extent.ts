// How much an engine has to do for a pattern, as far as its syntax alone says it.
import { type AST, RegExpParser } from "@eslint-community/regexpp";
import type { EcmaPattern } from "./read-pattern.ts";

export interface PatternExtent {
  /** The parts behind one another on the longest way through the pattern. Engines compile them by recursion. */
  readonly depth: number;
  /** At most so many ways lead through the pattern with one text; infinite where a repeat has no end. */
  readonly ways: number;
}

/** Modifiers such as `(?i:…)` are ECMA-262's since 2025. */
const parser = new RegExpParser({ ecmaVersion: 2025 });
const one: PatternExtent = { depth: 1, ways: 1 };

export function extentOf({ source, flags }: EcmaPattern): PatternExtent {
  return ofAlternatives(
    parser.parsePattern(source, 0, source.length, { unicode: flags === "u" }).alternatives,
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
      // Engines write the first few rounds out, and count the others.
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

/** Of how many texts one text can begin with all, at most. */
function prefixesOf(texts: readonly string[]): number {
  let most = 1;
  const open: string[] = [];
  for (const text of [...texts].sort()) {
    while (open.length > 0 && !text.startsWith(open.at(-1) ?? "")) open.pop();
    most = Math.max(most, open.push(text));
  }
  return most;
}
