// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
/**
 * Whether parsing a number of a JSON text changes the integer. The shortest text of a double always parses to
 * that double.
 */
export function isRounded(written: string): boolean {
  const value = Number(written);
  // BigInt is compared with `!=`, because only loose equality compares an integer with a double (also an
  // infinite one) by value.
  return /^-?\d{16,}$/.test(written) && written !== String(value) && BigInt(written) != (value as unknown);
}

/**
 * Returns the first integer of a JSON text that JSON.parse would change: beyond 2^53. Undefined if there is
 * none; the shortest text of a double (`1152921504606847000`) is unchanged.
 */
export function roundedInteger(text: string): string | undefined {
  // Sixteen consecutive digits are rare and mostly in strings, which the second pattern skips.
  if (!/\d{16}/.test(text)) return undefined;
  return text.match(/"([^"\\]|\\.)*"|[-+.\w]+/g)?.find(isRounded);
}
