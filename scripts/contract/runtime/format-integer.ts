// The formats of numbers (OpenAPI format registry): `int32`, `int64`, `float`, `double`.

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

/** The two bounds as the nearest numbers there are; 2^63 itself is the first that is out. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -9223372036854775808 && value < 9223372036854775808;
}

/** Up to the greatest number of single precision. */
export function isFloat(value: number): boolean {
  return Math.abs(value) <= 3.4028234663852886e38;
}

export function isDouble(value: number): boolean {
  return Number.isFinite(value);
}
