// Numbers that no double represents exactly: 9007199254740993, 9223372036854775807, 1e400,
// 0.1000000000000000000001.

/**
 * A number exactly as its document writes it, if the nearest double differs from it.
 *
 * Documents that are read with `exactNumbers` hold these as leaves, typed as `Json`. Equal values are the
 * same object, so `===` compares them. `JSON.stringify` prints one as a string; `jsonText` prints the number.
 */
export class ExactNumber {
  /**
   * The number in decimal normal form: no redundant zeros; an exponent only where that is shorter for many
   * digits.
   */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): string {
    return this.text;
  }

  toString(): string {
    return this.text;
  }
}

/** An exact number of a document: a double stands for its own shortest decimal text. */
export type Numeric = number | ExactNumber;

/** Whether a value is a number. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === "number" || value instanceof ExactNumber;
}

/** Maximum number of digits, and maximum exponent, of numbers that are calculated with. */
export const mostDigits = 5000;

const made = new Map<string, ExactNumber>();
const decimal = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/;

/**
 * Parses a decimal: returns a double if that is exact, otherwise an `ExactNumber`.
 *
 * @param text a decimal in JSON or YAML syntax
 * @returns undefined if `text` is not a number or exceeds `mostDigits`
 */
export function readNumeric(text: string): Numeric | undefined {
  const exact = normalForm(text);
  if (exact === undefined) return undefined;
  const double = Number(exact);
  if (Number.isFinite(double) && normalForm(String(double)) === exact) return double;
  let number = made.get(exact);
  if (number === undefined) made.set(exact, (number = new ExactNumber(exact)));
  return number;
}

function normalForm(text: string): string | undefined {
  const [, sign, whole, fraction, exponent = "0"] = decimal.exec(text) ?? [];
  if (whole === undefined || fraction === undefined || whole + fraction === "") return undefined;
  const written = whole + fraction;
  const [start, end] = [firstDigit(written), pastLastDigit(written)];
  if (start >= end) return "0";
  const digits = written.slice(start, end);
  const scale = Number(exponent) - fraction.length + (written.length - end);
  if (digits.length > mostDigits || Math.abs(scale) > mostDigits) return undefined;
  return (sign === "-" ? "-" : "") + layOut(digits, scale);
}

/** Writes `digits` × 10^`scale` as a decimal text. */
function layOut(digits: string, scale: number): string {
  const point = digits.length + scale;
  if (scale >= 0 && point <= 40) return digits + "0".repeat(scale);
  if (scale < 0 && point > 0) return `${digits.slice(0, point)}.${digits.slice(point)}`;
  if (scale < 0 && point > -7) return `0.${"0".repeat(-point)}${digits}`;
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${digits.slice(0, 1)}${fraction}e${point - 1}`;
}

function firstDigit(text: string): number {
  let at = 0;
  while (text[at] === "0") at++;
  return at;
}

function pastLastDigit(text: string): number {
  let at = text.length;
  while (text[at - 1] === "0") at--;
  return at;
}

/** Returns the text of an `ExactNumber`; undefined for any other value. */
export function exactTextOf(value: unknown): string | undefined {
  return value instanceof ExactNumber ? value.text : undefined;
}
