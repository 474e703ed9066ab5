// A value as it arrives on the other side, so that what is checked is what will be sent.

/** Dates as texts, files as texts of their length, without what is undefined. What else JSON cannot say stays, to be refused. */
export function asSent(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString();
  if (value instanceof Blob) return " ".repeat(value.size);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return " ".repeat(value.byteLength);
  if (Array.isArray(value)) return value.map(asSent);
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, asSent(member)]));
}

/** Not a form or a stream. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
