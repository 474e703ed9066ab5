// Exact rational numbers, because 0.3 is a multiple of 0.1 and binary fractions do not know it.

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

/** Builds `top / bottom` in lowest terms. */
export function ratio(top: bigint, bottom = 1n): Rational {
  const divisor = gcd(top, bottom) || 1n;
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor };
}

/** Reads the shortest decimal text of a finite number, which is what a JSON document said. */
export function rationalOf(value: number): Rational {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const scale = Number(exponent) - fraction.length;
  const unscaled = BigInt(whole + fraction);
  return scale >= 0 ? ratio(unscaled * 10n ** BigInt(scale)) : ratio(unscaled, 10n ** BigInt(-scale));
}

/** The number whose decimal text is exactly `value`; nothing when a double cannot say it. */
export function exactNumber(value: Rational): number | undefined {
  const number = Number(decimalText(value));
  if (!Number.isFinite(number) || compare(rationalOf(number), value) !== 0) return undefined;
  return number === 0 ? 0 : number;
}

function decimalText({ top, bottom }: Rational): string {
  if (bottom === 1n) return top.toString();
  const places = 400n;
  const scaled = (top * 10n ** places) / bottom;
  return `${scaled.toString()}e-${places.toString()}`;
}

/** Below 0 when `a` is less, above when it is greater. */
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

/** Whether `value` is `step` times an integer. */
export const isMultiple = (value: Rational, step: Rational): boolean => over(value, step).bottom === 1n;

/** The smallest positive number that both steps divide. */
export function commonStep(a: Rational, b: Rational): Rational {
  const [x, y] = [a.top * b.bottom, b.top * a.bottom];
  return ratio((x * y) / gcd(x, y), a.bottom * b.bottom);
}
