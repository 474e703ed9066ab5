// Reads and writes properties whose names come from elsewhere.

/** An own property whatever its name is: `__proto__` is one as well. */
export function setOwn<Value>(target: Record<string, Value>, name: string, value: Value): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Undefined for what an object only inherits, such as `constructor`. */
export function getOwn<Value>(target: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(target, name) ? target[name] : undefined;
}
