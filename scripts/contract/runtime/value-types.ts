// The types of JSON Schema that `typeof` alone does not distinguish.

export function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
