// Numbers that no double says: 9007199254740993, 9223372036854775807, 1e400, 0.1000000000000000000001.

/**
 * A number as its document writes it, where the nearest double is another one.
 *
 * Documents that are read with `exactNumbers` hold these as leaves, typed as `Json`; no two are equal in value, so `===`
 * compares. `JSON.stringify` makes a text of one; `jsonText` prints the number.
 */
export class ExactNumber {
  /** The number in decimal, in normal form: no zeros that say nothing, an exponent only where it is short for many. */
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

/** A number of a document, exact either way: a double says its own shortest decimal text. */
export type Numeric = number | ExactNumber;

/** Whether a value is a number. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === "number" || value instanceof ExactNumber;
}

/** More digits, or a larger exponent, than this has no number that is calculated with. */
export const mostDigits = 5000;

const made = new Map<string, ExactNumber>();
const decimal = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/;

/**
 * The number that a text says: a double where one says it exactly, else an `ExactNumber`.
 *
 * @param text a decimal as JSON or YAML writes it
 * @returns undefined for what is none, or is beyond `mostDigits`
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

/** `digits` times ten to the power of `scale`. */
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

/** The text of an `ExactNumber`; undefined for any other value. */
export function exactTextOf(value: unknown): string | undefined {
  return value instanceof ExactNumber ? value.text : undefined;
}
