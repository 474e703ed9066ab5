// Checks of numbers, exact for those that no double represents.
import type { Numeric } from "../document/exact-number.ts";
import { isMultiple as isDoubleMultiple, wholePower } from "../runtime/multiple-of.ts";
import { isInRange, numberFormat } from "./formats.ts";
import { compare, isMultiple, ratio, rationalOf } from "./rational.ts";

/** Returns a number below 0 if `a` is less than `b`, above 0 if it is greater. */
export function order(a: Numeric, b: Numeric): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compare(rationalOf(a), rationalOf(b));
}

/** Returns whether `value` is `step` times an integer. */
export function isMultipleOf(value: Numeric, step: Numeric): boolean {
  if (typeof value !== "number" || typeof step !== "number")
    return isMultiple(rationalOf(value), rationalOf(step));
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  return isDoubleMultiple(value, step, wholePower(step));
}

/** Returns whether a number has the number format `name`; of an unknown format, every number. */
export function hasNumberFormat(name: string, value: Numeric): boolean {
  if (typeof value === "number") return isInRange(name, value);
  const format = numberFormat(name);
  if (format === undefined) return true;
  const exact = rationalOf(value);
  const isInside = compare(exact, format.min) >= 0 && compare(exact, format.max) <= 0;
  return isInside && (!format.whole || isMultiple(exact, ratio(1n)));
}
