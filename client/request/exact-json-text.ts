// Serialises JSON with bigints. Takes the place of `json-text.ts` in packages that are generated with
// `--int64 bigint` or `--int64 string`.

/**
 * `JSON.stringify`, except that a bigint is written as a number with all its digits, and that a value which
 * it would silently turn into `null` (NaN, an infinite number, an invalid Date) causes a TypeError with the
 * name of the property.
 */
export function jsonText(body: unknown): string {
  const found: bigint[] = [];
  const write = (mark: string): string =>
    JSON.stringify(body, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
      // `value` is what `toJSON` returned, which applications define for bigints; a Date's text, or null for
      // an invalid one (ECMA-262, SerializeJSONProperty).
      const given = this[key];
      if (typeof given === "bigint") {
        found.push(given);
        return `${mark}${given}`;
      }
      if (value === null ? given instanceof Date : typeof value === "number" && !Number.isFinite(value))
        throw new TypeError(`${key} must be a finite number or valid Date`);
      return value;
    });
  const text = write("");
  if (found.length === 0) return text;
  // More NULs than any text has in succession.
  let count = 1;
  while (text.includes("\\u0000".repeat(count))) count += 1;
  const marked = new RegExp(`"${"\\\\u0000".repeat(count)}(-?\\d+)"`, "g");
  return write("\0".repeat(count)).replace(marked, "$1");
}

/**
 * Returns the number that stands for a bigint in validation: the nearest double towards zero, so that the
 * greatest integer of 64 bits stays in range.
 */
export function asNumber(value: bigint): unknown {
  return Number(BigInt(Number(value)) === value ? value : (value / 1024n) * 1024n);
}
