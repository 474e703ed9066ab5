// A type guard for objects.

/** True if the value is an object, whose members can be read. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
