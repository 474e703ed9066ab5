// Puts values into a path template, such that no value can lead to another path.
import { wireText } from "./wire-text.ts";

/** `fillPath("/pools/{id}", ["a/b"])` is `/pools/a%2Fb`. Throws a TypeError for a value that is missing or empty, and for dot segments. */
export function fillPath(template: string, values: readonly unknown[], write = segment): string {
  let next = 0;
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => write(name, values[next++]));
  // Values that are no dot segments can become one together, or beside a dot of the template.
  if (dots.test(path)) throw new TypeError(`${path} has dot segments`);
  return path;
}

/** Segments that are resolved away, also when percent-encoded (WHATWG URL, "double-dot path segment"). */
const dots = /\/(\.|%2e){1,2}(\/|$)/i;

function segment(name: string, value: unknown): string {
  const text = wireText(name, value);
  if (text === "") throw new TypeError(`${name} must not be empty`);
  return encodeURIComponent(text);
}
