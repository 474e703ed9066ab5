// The types of JSON Schema that `typeof` alone does not tell.

export function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a number is an integer. No JSON text has an infinite number in it but those too large for one: integers all. */
export function isInteger(value: unknown): boolean {
  return Number.isInteger(value) || value === Infinity || value === -Infinity;
}

/** By way of the quotient's digits, since the remainder of 0.3 by 0.1 is not 0. */
export function isMultiple(value: number, divisor: number): boolean {
  const quotient = value / divisor;
  return divisor !== 0 && quotient === Number.parseInt(String(quotient), 10);
}
