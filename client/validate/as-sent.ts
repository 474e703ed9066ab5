// Converts a value to its form after transmission, so that the sent value is validated.
import { asNumber } from "../request/json-text.ts";

/**
 * Converts Dates to text and files to text of the same length, and removes undefined properties. Other values
 * that JSON cannot express are kept, so that validation rejects them.
 */
export function asSent(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString();
  if (typeof value === "bigint") return asNumber(value);
  if (value instanceof Blob) return " ".repeat(value.size);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return " ".repeat(value.byteLength);
  if (Array.isArray(value)) return value.map(asSent);
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, asSent(member)]));
}

/** True for plain objects, in contrast to forms and streams. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
