// Inserts values into a path template so that no value can lead to another path.
import { wireText } from "./wire-text.ts";

/**
 * `fillPath("/pools/{id}", ["a/b"])` returns `/pools/a%2Fb`. Throws a TypeError for a missing or empty value,
 * and for dot segments.
 */
export function fillPath(template: string, values: readonly unknown[], write = segment): string {
  let next = 0;
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => write(name, values[next++]));
  // Checked after the values are inserted: two values, or a value and the template, can form a dot segment
  // together.
  if (dotSegments.test(path)) throw new TypeError(`${path} has dot segments`);
  return path;
}

/**
 * Dot segments, which URL parsers resolve, also when percent-encoded (WHATWG URL, "double-dot path segment").
 */
const dotSegments = /\/(\.|%2e){1,2}(\/|$)/i;

function segment(name: string, value: unknown): string {
  const text = wireText(name, value);
  if (text === "") throw new TypeError(`${name} must not be empty`);
  return encodeURIComponent(text);
}
