// The formats `int32` and `int64` (OpenAPI format registry).

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

/** The two bounds as the nearest numbers there are; 2^63 itself is the first that is out. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -9223372036854775808 && value < 9223372036854775808;
}
