// A request body as JSON text.

/**
 * JSON.stringify, but a bigint is written as the integer it is, and what JSON would turn into `null` without a word, a number or Date,
 * is a TypeError with the name of the property.
 */
export function jsonText(body: unknown): string {
  // No text of the body has it: it is another in every process, and never sent.
  let found = "";
  const text = JSON.stringify(body, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    if (typeof value === "bigint") return (found = mark) + String(value);
    // A Date arrives here as its text, an invalid one as null: what it was is in `this` (ECMA-262, SerializeJSONProperty).
    if (value === null ? this[key] instanceof Date : typeof value === "number" && !Number.isFinite(value)) {
      throw new TypeError(`${key} must be finite or a valid Date`);
    }
    return value;
  });
  return found ? text.replace(RegExp(`"${found}(-?\\d+)"`, "g"), "$1") : text;
}

const mark = `${Math.random()}n`;
