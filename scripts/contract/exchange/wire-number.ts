// Describes the texts of the numbers in an interval, as a schema.
import type { Json, JsonObject } from "../document/document.ts";
import { isNumeric } from "../document/exact-number.ts";
import { numberFormat } from "../containment/formats.ts";
import { ceiling, floor, type Rational, rationalOf } from "../containment/rational.ts";
import { integerPattern } from "./integer-pattern.ts";

const everyNumber = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";
const everyInteger = "^(0|-?[1-9][0-9]*)$";

/**
 * @param keywords the schema's keywords about numbers
 * @param bound `upper`: accepts at least all numbers that `keywords` allow; `lower`: accepts at most those
 */
export function wireNumber(keywords: JsonObject, isInteger: boolean, bound: "upper" | "lower"): Json {
  const { multipleOf, format, ...bounds } = keywords;
  const range = typeof format === "string" ? numberFormat(format) : undefined;
  const isBounded = Object.keys(bounds).length > 0 || range?.whole === true;
  const whole = isInteger || range?.whole === true;
  if (bound === "lower" && multipleOf !== undefined && !(isInteger && multipleOf === 1)) return false;
  if (!isBounded) return { type: "string", pattern: whole ? everyInteger : everyNumber };
  if (!whole && Object.keys(bounds).length === 1 && bounds["minimum"] === 0) {
    return { type: "string", pattern: everyNumber.replace("-?", "") };
  }
  // Fractions between two bounds: all numbers are a superset, the integers among them a subset.
  if (!whole && bound === "upper") return { type: "string", pattern: everyNumber };
  const { least, greatest } = interval(bounds, range?.whole === true ? format : undefined);
  return { type: "string", pattern: integerPattern(least, greatest) };
}

/** Returns the bounds of the integers in the interval. */
function interval(
  said: JsonObject,
  format: Json | undefined,
): { least: bigint | undefined; greatest: bigint | undefined } {
  const bits = format === "int32" ? 31n : format === "int64" ? 63n : undefined;
  const lows = [wholeAt(said, "minimum", ceiling), wholeAt(said, "exclusiveMinimum", (n) => floor(n) + 1n)];
  const highs = [wholeAt(said, "maximum", floor), wholeAt(said, "exclusiveMaximum", (n) => ceiling(n) - 1n)];
  if (bits !== undefined) {
    lows.push(-(2n ** bits));
    highs.push(2n ** bits - 1n);
  }
  const [low, high] = [lows, highs].map((list) => list.filter((one) => one !== undefined));
  return {
    least: low?.reduce<bigint | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined),
    greatest: high?.reduce<bigint | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined),
  };
}

function wholeAt(
  keywords: JsonObject,
  keyword: string,
  round: (value: Rational) => bigint,
): bigint | undefined {
  const value = keywords[keyword];
  return isNumeric(value) ? round(rationalOf(value)) : undefined;
}
