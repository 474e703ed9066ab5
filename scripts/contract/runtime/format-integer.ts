// The formats of numbers (OpenAPI format registry): `int32`, `int64`, `float`, `double`.

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

/** Uses the doubles nearest to the bounds; 2^63 itself is the first that is out of range. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -9223372036854775808 && value < 9223372036854775808;
}

/** Whether a number is at most the greatest single-precision number. */
export function isFloat(value: number): boolean {
  return Math.abs(value) <= 3.4028234663852886e38;
}

export function isDouble(value: number): boolean {
  return Number.isFinite(value);
}
