// The keywords about numbers for Ajv, exact for numbers that no double represents.
import type { Ajv2020 } from "ajv/dist/2020.js";
import type { Json } from "../document/document.ts";
import { isNumeric, type Numeric } from "../document/exact-number.ts";
import { isMultiple as isDoubleMultiple, wholePower } from "../runtime/multiple-of.ts";
import { isInRange, numberFormat } from "./formats.ts";
import { compare, isMultiple, ratio, rationalOf } from "./rational.ts";
import { type Holder, meantBy } from "./stand-in.ts";

/** Internal keyword: `format` if it names a format of numbers. */
export const formatOfNumbers = "numberFormat";

const bounds = [
  ["minimum", ">=", (order: number) => order >= 0],
  ["maximum", "<=", (order: number) => order <= 0],
  ["exclusiveMinimum", ">", (order: number) => order > 0],
  ["exclusiveMaximum", "<", (order: number) => order < 0],
] as const;

/** Replaces Ajv's own keywords, which compare doubles. */
export function addNumberKeywords(ajv: Ajv2020): void {
  const add = (
    keyword: string,
    words: string,
    accepts: (of: Numeric) => (value: Numeric) => boolean,
  ): void => {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      keyword,
      type: "number",
      compile: (of: Numeric) => {
        const accept = accepts(of);
        return (value: Json, holder?: Holder) => {
          const meant = meantBy(value, holder);
          return !isNumeric(meant) || accept(meant);
        };
      },
      error: {
        message: ({ schema }) =>
          `${words} ${keyword === formatOfNumbers ? JSON.stringify(schema) : String(schema)}`,
      },
    });
  };
  for (const [keyword, sign, holds] of bounds) {
    add(keyword, `must be ${sign}`, (limit) => (value) => holds(order(value, limit)));
  }
  add("multipleOf", "must be multiple of", multipleCheck);
  add(formatOfNumbers, "must match format", (name) => (value) => hasNumberFormat(String(name), value));
}

function order(a: Numeric, b: Numeric): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compare(rationalOf(a), rationalOf(b));
}

function multipleCheck(step: Numeric): (value: Numeric) => boolean {
  const exactStep = rationalOf(step);
  const power = typeof step === "number" ? wholePower(step) : 1;
  return (value) =>
    typeof value === "number" && typeof step === "number"
      ? isDoubleMultiple(value, step, power)
      : isMultiple(rationalOf(value), exactStep);
}

function hasNumberFormat(name: string, value: Numeric): boolean {
  if (typeof value === "number") return isInRange(name, value);
  const format = numberFormat(name);
  if (format === undefined) return true;
  const exact = rationalOf(value);
  const isInside = compare(exact, format.min) >= 0 && compare(exact, format.max) <= 0;
  return isInside && (!format.whole || isMultiple(exact, ratio(1n)));
}
