// Serialises one value where no media type defines how.
import type { Json } from "../document/document.ts";
import { exactTextOf } from "../document/exact-number.ts";
import { jsonText } from "../document/json-text.ts";

/**
 * Returns the text of a scalar on the wire; undefined for null, arrays and objects, which have no agreed
 * text.
 */
export function scalarText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  const exact = exactTextOf(value);
  if (exact !== undefined) return wholeText(exact);
  if (typeof value !== "number") return undefined;
  // From 1e21 on JavaScript writes an exponent, which integers must not have.
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** `scalarText`, but JSON for values that OpenAPI leaves open: null, and arrays and objects inside others. */
export function leafText(value: Json | undefined): string {
  return scalarText(value) ?? jsonText(value ?? null);
}

/** Returns a number in normal form; an integer without an exponent. */
function wholeText(text: string): string {
  const [digits = "", exponent] = text.split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  return exponent === undefined || Number(exponent) < fraction.length
    ? text
    : whole + fraction.padEnd(Number(exponent), "0");
}
