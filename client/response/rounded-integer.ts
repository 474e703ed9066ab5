// Integers that a JavaScript number does not hold.

/**
 * The first integer of a JSON text that JSON.parse would turn into another one: beyond 2^53. Undefined where there is none; what a double
 * is printed as (`1152921504606847000`) is that double.
 */
export function roundedInteger(text: string): string | undefined {
  // Sixteen digits in a row are rare, and mostly in texts, which the second look skips.
  if (!/\d{16}/.test(text)) return undefined;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[-+.\w]+/g) ?? [];
  return tokens.find(
    (token) =>
      /^-?\d{16,}$/.test(token) && token !== `${Number(token)}` && BigInt(token) !== BigInt(Number(token)),
  );
}
