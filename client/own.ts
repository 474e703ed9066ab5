// Reads properties whose names come from elsewhere.

/** An own property; undefined for what every object has, such as `constructor`. */
export function own<Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
