// Exact rational numbers: 0.3 is a multiple of 0.1, but not in binary fractions.
import { mostDigits, type Numeric, readNumeric } from "../document/exact-number.ts";

/** `top / bottom`, in lowest terms, `bottom` positive. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** Returns `top / bottom` in lowest terms. */
export function ratio(top: bigint, bottom = 1n): Rational {
  const divisor = gcd(top, bottom) || 1n;
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor };
}

/**
 * Returns the number as a JSON document has it: the shortest decimal text of a finite number, or the text of
 * one that no double represents.
 */
export function rationalOf(value: Numeric): Rational {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const scale = Number(exponent) - fraction.length;
  const unscaled = BigInt(whole + fraction);
  return scale >= 0 ? ratio(unscaled * 10n ** BigInt(scale)) : ratio(unscaled, 10n ** BigInt(-scale));
}

/** Returns the double whose decimal text is exactly `value`; undefined if there is none. */
export function exactNumber(value: Rational): number | undefined {
  const number = Number(decimalText(value));
  if (!Number.isFinite(number) || compare(rationalOf(number), value) !== 0) return undefined;
  return number === 0 ? 0 : number;
}

/**
 * Returns the number that is exactly `value`; undefined if its decimal text is infinite, as of 1/3, or very
 * long.
 */
export function numericOf({ top, bottom }: Rational): Numeric | undefined {
  let [rest, twos, fives] = [bottom, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  const places = Math.max(twos, fives);
  if (rest !== 1n || places > mostDigits) return undefined;
  return readNumeric(`${((top * 10n ** BigInt(places)) / bottom).toString()}e-${places}`);
}

function decimalText({ top, bottom }: Rational): string {
  if (bottom === 1n) return top.toString();
  const places = 400n;
  const scaled = (top * 10n ** places) / bottom;
  return `${scaled.toString()}e-${places.toString()}`;
}

/** Returns a number below 0 if `a` is less than `b`, above 0 if it is greater. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
/** a + b */
export const plus = (a: Rational, b: Rational): Rational =>
  ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
/** a - b */
export const minus = (a: Rational, b: Rational): Rational => plus(a, { top: -b.top, bottom: b.bottom });
/** a * b */
export const times = (a: Rational, b: Rational): Rational => ratio(a.top * b.top, a.bottom * b.bottom);
/** a / b */
export const over = (a: Rational, b: Rational): Rational => ratio(a.top * b.bottom, a.bottom * b.top);

/** The greatest integer not above `value`. */
export function floor({ top, bottom }: Rational): bigint {
  const quotient = top / bottom;
  return top % bottom !== 0n && top < 0n ? quotient - 1n : quotient;
}

/** The least integer not below `value`. */
export const ceiling = ({ top, bottom }: Rational): bigint => -floor({ top: -top, bottom });

/** True if `value` is `step` times an integer. */
export const isMultiple = (value: Rational, step: Rational): boolean => over(value, step).bottom === 1n;

/** Returns the least common multiple of both steps. */
export function commonStep(a: Rational, b: Rational): Rational {
  const [x, y] = [a.top * b.bottom, b.top * a.bottom];
  return ratio((x * y) / gcd(x, y), a.bottom * b.bottom);
}
