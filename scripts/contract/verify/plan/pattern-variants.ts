// Variants of regular expressions: plausible mistakes in a pattern, and its boundaries.
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import { withOtherCases } from "../../schema/patterns/other-cases.ts";
import { readPattern } from "../../schema/patterns/read-pattern.ts";

/** A pattern that accepts slightly more or less, and the change. */
export interface PatternVariant {
  readonly what: string;
  readonly pattern: string;
}

const parser = new RegExpParser({ ecmaVersion: 2025 });
/**
 * Maximum number of variants of each kind, and of patterns with large quantifiers, each of which is expensive
 * to parse.
 */
const most = 12;
const mostOfCostly = 5;
const far = 100;

interface Edit {
  readonly what: string;
  readonly node: { readonly start: number; readonly end: number };
  readonly text: string;
}

/**
 * Returns patterns that accept texts which this one rejects: without anchors, with quantifiers and classes
 * widened by one, case-insensitive.
 */
export function wider(source: string): PatternVariant[] {
  return variants(source, (pattern) => {
    const [edits, classes]: [Edit[], Edit[]] = [[], []];
    visitRegExpAST(pattern, {
      onAssertionEnter: (node) => {
        if (node.kind === "start")
          edits.push({ what: "not anchored at its start", node, text: "(?:^|[\\s\\S]*)" });
        if (node.kind === "end") edits.push({ what: "not anchored at its end", node, text: "[\\s\\S]*" });
      },
      onQuantifierEnter: (node) => {
        const { min, max, element } = node;
        if (min > 0) edits.push({ what: "one fewer", node, text: quantified(element, min - 1, max) });
        if (max !== Infinity) edits.push({ what: "one more", node, text: quantified(element, min, max + 1) });
      },
      onCharacterClassEnter: (node) => {
        classes.push({ what: "any character", node, text: "[\\s\\S]" });
        const otherCase = withOtherCases(node.raw);
        if (otherCase !== node.raw)
          classes.push({ what: "letters of the other case", node, text: otherCase });
      },
    });
    return [...edits, ...classes];
  });
}

/**
 * Returns patterns that accept only boundaries of this one: its quantifiers at either bound, either end of
 * its classes, each alternative.
 */
export function corners(source: string): PatternVariant[] {
  return variants(source, (pattern) => {
    const edits: Edit[] = [];
    visitRegExpAST(pattern, {
      onQuantifierEnter: (node) => {
        const { min, max, element } = node;
        if (max !== min && max !== Infinity && max <= 1000)
          edits.push({ what: "at its longest", node, text: quantified(element, max, max) });
        if (max !== min) edits.push({ what: "at its shortest", node, text: quantified(element, min, min) });
      },
      onCharacterClassRangeEnter: ({ min, max, parent }) => {
        if (parent.negate) return;
        for (const end of [min, max])
          edits.push({ what: `with ${end.raw}`, node: parent, text: `[${end.raw}]` });
      },
    });
    for (const alternative of pattern.alternatives.length > 1 ? pattern.alternatives : [])
      edits.push({ what: `as ${alternative.raw}`, node: pattern, text: alternative.raw });
    return edits;
  });
}

function variants(source: string, edits: (pattern: AST.Pattern) => Edit[]): PatternVariant[] {
  const read = readPattern(source);
  if ("foreign" in read) return [];
  const pattern = parser.parsePattern(read.source, 0, read.source.length, { unicode: read.flags === "u" });
  const made = edits(pattern).map(({ what, node, text }) => ({
    what,
    pattern: read.source.slice(0, node.start) + text + read.source.slice(node.end),
  }));
  const distinct = made.filter((one, at) => made.findIndex(({ pattern }) => pattern === one.pattern) === at);
  return distinct.slice(0, countsFar(pattern) ? mostOfCostly : most);
}

function countsFar(pattern: AST.Pattern): boolean {
  let isFar = false;
  visitRegExpAST(pattern, {
    onQuantifierEnter: ({ min, max }) => {
      isFar ||= min > far || (max > far && max !== Infinity);
    },
  });
  return isFar;
}

function quantified({ raw }: AST.QuantifiableElement, min: number, max: number): string {
  return `${raw}{${min},${max === Infinity ? "" : max}}`;
}
