// The text that one value travels as, where no media type says how.
import type { Json } from "../document/document.ts";
import { exactTextOf } from "../document/exact-number.ts";
import { jsonText } from "../document/json-text.ts";

/** The text of a scalar as it travels; undefined for what has no agreed text: null, arrays and objects. */
export function scalarText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  const exact = exactTextOf(value);
  if (exact !== undefined) return wholeText(exact);
  if (typeof value !== "number") return undefined;
  // Beyond 1e21 JavaScript writes an exponent, which integers must not have.
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** `scalarText`, and JSON for what OpenAPI leaves open: null, and arrays and objects inside others. */
export function leafText(value: Json | undefined): string {
  return scalarText(value) ?? jsonText(value ?? null);
}

/** A number in its normal form; an integer without an exponent. */
function wholeText(text: string): string {
  const [digits = "", exponent] = text.split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  return exponent === undefined || Number(exponent) < fraction.length
    ? text
    : whole + fraction.padEnd(Number(exponent), "0");
}
