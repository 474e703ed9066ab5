// One value as it stands in a path, a query or a header.

/** Throws a TypeError for what has no text of its own, so that `undefined` or `[object Object]` is never sent. */
export function wireText(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint" || Number.isFinite(value)) return String(value);
  if (value instanceof Date && !isNaN(+value)) return value.toISOString();
  throw new TypeError(`${name} must be a string, number, boolean or valid Date`);
}
