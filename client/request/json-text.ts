// Serialises a request body as JSON.

/**
 * `JSON.stringify`, except that a value which it would silently turn into `null` (NaN, an infinite number, an
 * invalid Date) or cannot write (a bigint) causes a TypeError with the name of the property.
 */
export function jsonText(body: unknown): string {
  return JSON.stringify(body, rejectNothing);
}

/** Returns a bigint of a value that is validated: unchanged, because it cannot be sent. */
export function asNumber(value: bigint): unknown {
  return value;
}

function rejectNothing(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  // `value` is a Date's text, or null for an invalid one; the Date itself is in `this` (ECMA-262,
  // SerializeJSONProperty).
  if (
    value === null
      ? this[key] instanceof Date
      : typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))
  ) {
    const wanted = typeof value === "bigint" ? "number, not a bigint" : "finite number or valid Date";
    throw new TypeError(`${key} must be a ${wanted}`);
  }
  return value;
}
