// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
/** Whether reading a number of a JSON text makes another integer of it. What a double is printed as is that double. */
export function isRounded(written: string): boolean {
  const value = Number(written);
  // Loosely, since only that compares an integer with a double by their values, and with an infinite one, too.
  return /^-?\d{16,}$/.test(written) && written !== String(value) && BigInt(written) != (value as unknown);
}

/**
 * The first integer of a JSON text that JSON.parse would turn into another one: beyond 2^53. Undefined where there is none; what a double
 * is printed as (`1152921504606847000`) is that double.
 */
export function roundedInteger(text: string): string | undefined {
  // Sixteen digits in a row are rare, and mostly in strings, which the second look skips.
  if (!/\d{16}/.test(text)) return undefined;
  return text.match(/"([^"\\]|\\.)*"|[-+.\w]+/g)?.find(isRounded);
}
