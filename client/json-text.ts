// A request body as JSON text.

/**
 * JSON.stringify, but a number or Date that JSON would turn into `null` without a word is a TypeError, and a bigint is written as the integer
 * that it is.
 */
export function jsonText(body: unknown): string {
  const text = JSON.stringify(body, refuseNothing);
  return text?.includes(mark) ? text.replace(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1") : text;
}

/** What a bigint is written behind until the text is whole; no text that is sent can be meant to begin with it. */
const mark = `bigint-${Math.random()}:`;

function refuseNothing(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  // A Date arrives here as its text, an invalid one as null: what it was is in `this` (ECMA-262, SerializeJSONProperty).
  if (value === null ? this[key] instanceof Date : typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`${key} must be finite or a valid Date`);
  }
  return typeof value === "bigint" ? `${mark}${value}` : value;
}
