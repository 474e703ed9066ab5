// Integers that a double does not hold.

const longInteger = /^-?[0-9]{16,}$/;

/** Whether reading a number of a JSON text makes another integer of it. What a double is printed as is that double. */
export function isRounded(written: string): boolean {
  if (!longInteger.test(written)) return false;
  const value = Number(written);
  return written !== String(value) && BigInt(written) !== BigInt(value);
}

/** Whether a JSON text has such an integer. */
export function holdsRounded(text: string): boolean {
  // Sixteen digits in a row are rare, and mostly in strings, which the second look skips.
  return /[0-9]{16}/.test(text) && (text.match(/"(?:[^"\\]|\\.)*"|[-+.\w]+/g) ?? []).some(isRounded);
}
