// Converts one value to text for a path, a query or a header.

/**
 * Returns the value's text. Throws a TypeError for a value without one, so that `undefined` or `[object
 * Object]` is never sent.
 */
export function wireText(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint" || Number.isFinite(value)) return String(value);
  if (value instanceof Date && !isNaN(+value)) return value.toISOString();
  throw new TypeError(`${name} must be a string, number, boolean or valid Date`);
}
