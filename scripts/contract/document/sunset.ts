// The extension `x-sunset`: when an operation, a parameter or a property is expected to be removed.
import type { Json } from "./document.ts";

/** Returns the date of an `x-sunset`, which is a date or a date-time; undefined if it is neither. */
export function sunsetOf(text: Json | undefined): Date | undefined {
  const date = typeof text === "string" ? new Date(text) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}
