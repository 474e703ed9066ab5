// A value as it arrives on the other side, so that what is checked is what will be sent.

/** Dates as texts, without what is undefined. What JSON cannot say stays, for the validators to refuse. */
export function asSent(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString();
  if (Array.isArray(value)) return value.map(asSent);
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, asSent(member)]));
}

/** Not a file, a form or a stream. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
