// Expands the keywords about numbers and strings, asserted and negated.
import type { Numeric } from "../document/exact-number.ts";
import { all, any, alwaysFalse, type Formula, size } from "./formula.ts";
import { numberFormat, stringFormat } from "./formats.ts";
import type { Keywords } from "./keywords.ts";
import { patternOf } from "./pattern.ts";
import { rationalOf } from "./rational.ts";
import type { SchemaNode } from "./schema-node.ts";

/** The formulas of a keyword: when it must hold, and when it must fail. */
export interface Assertion {
  readonly holds: Formula;
  readonly fails: Formula;
}

const bounds = [
  ["minimum", "above", false],
  ["exclusiveMinimum", "above", true],
  ["maximum", "below", false],
  ["exclusiveMaximum", "below", true],
] as const;

/** Returns the assertions about a number, except `integer` in `type`. */
export function numberAssertions({ numbers, words }: Keywords): Assertion[] {
  const assertions: Assertion[] = [];
  for (const [keyword, side, open] of bounds) {
    if (numbers[keyword] === undefined) continue;
    const value = rationalOf(numbers[keyword]);
    const opposite = side === "above" ? "below" : "above";
    assertions.push({
      holds: { is: "bound", side, value, open },
      fails: { is: "bound", side: opposite, value, open: !open },
    });
  }
  if (numbers.multipleOf !== undefined) assertions.push(multipleOf(numbers.multipleOf));
  const format = words.format === undefined ? undefined : numberFormat(words.format);
  if (!format) return assertions;
  const { min, max, whole } = format;
  if (whole) assertions.push(multipleOf(1));
  assertions.push(
    {
      holds: { is: "bound", side: "above", value: min, open: false },
      fails: { is: "bound", side: "below", value: min, open: true },
    },
    {
      holds: { is: "bound", side: "below", value: max, open: false },
      fails: { is: "bound", side: "above", value: max, open: true },
    },
  );
  return assertions;
}

/** Expands `multipleOf`; `integer` is a multiple of 1. */
export function multipleOf(value: Numeric): Assertion {
  const step = rationalOf(value);
  return { holds: { is: "multiple", step, holds: true }, fails: { is: "multiple", step, holds: false } };
}

/** Returns the assertions about a string. */
export function stringAssertions(node: SchemaNode, { numbers, words }: Keywords): Assertion[] {
  const assertions = sizeAssertions(numbers.minLength, numbers.maxLength);
  if (words.pattern !== undefined) assertions.push(patternAssertion(node, words.pattern));
  if (words.format !== undefined && stringFormat(words.format)) {
    const name = words.format;
    assertions.push({
      holds: { is: "format", name, holds: true, node },
      fails: { is: "format", name, holds: false, node },
    });
  }
  return assertions;
}

/** Expands `pattern`; the lengths it implies are kept apart from its language. */
function patternAssertion(node: SchemaNode, source: string): Assertion {
  const { min, max } = patternOf(source).lengths;
  const [lower, upper] = sizeAssertions(min > 0 ? min : undefined, max < Infinity ? max : undefined);
  const lengths = [lower, upper].filter((assertion) => assertion !== undefined);
  return {
    holds: all([{ is: "pattern", source, holds: true, node }, ...lengths.map(({ holds }) => holds)]),
    fails: any([{ is: "pattern", source, holds: false, node }, ...lengths.map(({ fails }) => fails)]),
  };
}

/** Returns the assertions for a lower and an upper bound of a length or count. */
export function sizeAssertions(min: number | undefined, max: number | undefined): Assertion[] {
  const assertions: Assertion[] = [];
  if (min !== undefined) {
    assertions.push({ holds: size(min, Infinity), fails: min === 0 ? alwaysFalse : size(0, min - 1) });
  }
  if (max !== undefined) assertions.push({ holds: size(0, max), fails: size(max + 1, Infinity) });
  return assertions;
}
