// Rewrites `(?i:…)`, `(?s:…)` and `(?m:…)`, which ECMA-262 has since 2025, without modifiers for engines that
// lack them.
import type { AST, RegExpParser } from "@eslint-community/regexpp";
import { withOtherCases } from "./other-cases.ts";

/** Thrown for patterns that cannot be written without modifiers. */
export class Untranslatable extends Error {
  override readonly name = "Untranslatable";
}

interface Mode {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
}

/**
 * Returns the equivalent pattern without modifiers.
 *
 * @throws Untranslatable if there is none
 */
export function withoutModifiers(parser: RegExpParser, source: string, unicode: boolean): string {
  if (!/\(\?[ims-]+:/.test(source)) return source;
  const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode });
  return printAll(alternatives, { ignoreCase: false, dotAll: false, multiline: false });
}

function printAll(alternatives: readonly AST.Alternative[], mode: Mode): string {
  return alternatives
    .map(({ elements }) => elements.map((element) => print(element, mode)).join(""))
    .join("|");
}

function print(node: AST.Element, mode: Mode): string {
  switch (node.type) {
    case "Group":
      return `(?:${printAll(node.alternatives, within(node, mode))})`;
    case "CapturingGroup":
      return `(${node.name === null ? "" : `?<${node.name}>`}${printAll(node.alternatives, mode)})`;
    case "Quantifier":
      return print(node.element, mode) + node.raw.slice(node.element.raw.length);
    case "Assertion":
      return printAssertion(node, mode);
    case "Character":
    case "CharacterClass":
      return mode.ignoreCase ? withOtherCases(node.raw) : node.raw;
    case "CharacterSet":
      if (node.kind === "any") return mode.dotAll ? "[^]" : node.raw;
      return mode.ignoreCase ? withOtherCases(node.raw) : node.raw;
    case "Backreference":
      if (mode.ignoreCase) throw new Untranslatable(`${node.raw} inside of (?i:…) cannot be matched here`);
      return node.raw;
    default:
      return node.raw;
  }
}

function within({ modifiers }: AST.Group, mode: Mode): Mode {
  const { add, remove } = modifiers ?? {};
  const after = (flag: keyof Mode) => (mode[flag] || add?.[flag] === true) && remove?.[flag] !== true;
  return { ignoreCase: after("ignoreCase"), dotAll: after("dotAll"), multiline: after("multiline") };
}

const lineEnd = "[\\n\\r\\u2028\\u2029]";

function printAssertion(node: AST.Assertion, mode: Mode): string {
  if (!("alternatives" in node)) {
    if (!mode.multiline || node.kind === "word") return node.raw;
    return node.kind === "start" ? `(?:^|(?<=${lineEnd}))` : `(?:$|(?=${lineEnd}))`;
  }
  const sign = `${node.kind === "lookbehind" ? "<" : ""}${node.negate ? "!" : "="}`;
  return `(?${sign}${printAll(node.alternatives, mode)})`;
}
