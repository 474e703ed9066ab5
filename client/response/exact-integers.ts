// Integers of 64 bits without loss. Bundled only into packages that are generated with `--int64 bigint` or
// `--int64 string`.
import { isRounded } from "../../generated/rounded-integer.ts";
import { isRecord } from "../is-record.ts";
import type { DatedResponse, DatePaths, Operation } from "../operation.ts";
import { jsonText } from "../request/json-text.ts";
import { essence, isJson } from "./media-type.ts";
import { reviveDates } from "./revive-dates.ts";

type Encode = NonNullable<Operation["encode"]>;

/** The value of a JSON text. */
interface Parsed {
  readonly value: unknown;
  /** An integer in a location where a number is declared, which cannot represent it. */
  readonly rounded?: string | undefined;
}

/** Parses a text without rounding integers, and converts those in the given locations. */
export function parseExactly(text: string, dates: DatePaths = {}, response?: DatedResponse): Parsed {
  if (!/\d{16}/.test(text)) return { value: reviveDates(JSON.parse(text), dates, response) };
  // More NULs than any text has in succession. JSON has a single notation for NUL (RFC 8259, section 7).
  let mark = "\\u0000";
  while (text.includes(mark)) mark += "\\u0000";
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|[-+.\w]+/g, (token) =>
    /^-?[1-9]\d{15,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token,
  );
  const rounded: string[] = [];
  const value = reviveDates(JSON.parse(marked), dates, response);
  return { value: unmarked(value, mark.length / 6, rounded), rounded: rounded[0] };
}

/**
 * Converts integers in other locations to numbers, in place.
 *
 * @param marks  number of NULs before such an integer
 * @param rounded  receives those that a number cannot represent
 */
function unmarked(value: unknown, marks: number, rounded: string[]): unknown {
  if (typeof value === "string" && value.startsWith("\0".repeat(marks))) {
    const written = value.slice(marks);
    if (isRounded(written)) rounded.push(written);
    return Number(written);
  }
  if (isRecord(value))
    for (const key of Object.keys(value)) {
      const member = unmarked(value[key], marks, rounded);
      if (member !== value[key]) value[key] = member;
    }
  return value;
}

/** Returns the integer of a location; undefined for any other value. */
function integerOf(value: unknown): bigint | undefined {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  const [, digits] = (typeof value === "string" && /^\0+(-?\d+)$/.exec(value)) || [];
  return digits === undefined ? undefined : BigInt(digits);
}

/** Converts the values of a list, also of a list of lists, in place; others are converted themselves. */
function inLists(value: unknown, convert: (item: unknown) => unknown): unknown {
  if (!Array.isArray(value)) return convert(value);
  value.forEach((item, index) => {
    value[index] = inLists(item, convert);
  });
  return value;
}

/** Converts an integer to a bigint. */
export function bigints(value: unknown): unknown {
  return inLists(value, (item) => integerOf(item) ?? item);
}

/** Converts an integer to its decimal digits. */
export function digits(value: unknown): unknown {
  return inLists(value, (item) => integerOf(item)?.toString() ?? item);
}

/** Converts the decimal digits of an integer in a request, so that they are written as a number. */
export function fromDigits(value: unknown): unknown {
  return inLists(value, (item) =>
    typeof item === "string" && /^-?\d+$/.test(item) ? BigInt(item) : (integerOf(item) ?? item),
  );
}

/**
 * Serialises a body whose integers are given as digits; bodies that are not JSON are serialised as they are.
 *
 * @param encode  the serialiser of the operation, if it has one
 */
export function integerBody(given: () => DatePaths, encode?: Encode): Encode {
  return (body, headers) => {
    const isText = isJson(essence(headers.get("Content-Type") ?? "application/json"));
    const sent = isText ? parseExactly(jsonText(body), given()).value : body;
    return encode ? encode(sent, headers) : jsonText(sent);
  };
}
