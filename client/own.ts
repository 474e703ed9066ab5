// Reads properties whose names come from untrusted input.

/** Returns an own property; undefined for inherited ones, such as `constructor`. */
export function own<Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
