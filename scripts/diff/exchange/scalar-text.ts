// The text that one value travels as, where no media type says how.
import type { Json } from "../../document/document.ts";

/** The text of a scalar as it travels; undefined for what has no agreed text: null, arrays and objects. */
export function scalarText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "number") return undefined;
  // Beyond 1e21 JavaScript writes an exponent, which integers must not have.
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** `scalarText`, and JSON for what OpenAPI leaves open: null, and arrays and objects inside others. */
export function leafText(value: Json | undefined): string {
  return scalarText(value) ?? JSON.stringify(value ?? null);
}
