// A request body as JSON text.

/**
 * JSON.stringify, but what JSON would turn into `null` without a word, a number or Date, and a bigint, which it cannot write, are a
 * TypeError with the name of the property.
 */
export function jsonText(body: unknown): string {
  return JSON.stringify(body, refuseNothing);
}

function refuseNothing(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  // A Date arrives here as its text, an invalid one as null: what it was is in `this` (ECMA-262, SerializeJSONProperty).
  if (
    value === null
      ? this[key] instanceof Date
      : typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))
  ) {
    throw new TypeError(`${key} must be a finite number or valid Date`);
  }
  return value;
}
