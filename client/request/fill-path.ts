// Puts values into a path template, such that no value can lead to another path.
import { wireText } from "./wire-text.ts";

/** `fillPath("/pools/{id}", ["a/b"])` is `/pools/a%2Fb`. Throws a TypeError for a value that is missing, empty, `.` or `..`. */
export function fillPath(template: string, values: readonly unknown[], write = segment): string {
  let next = 0;
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => write(name, values[next++]));
}

function segment(name: string, value: unknown): string {
  const text = wireText(name, value);
  // A dot segment would be resolved away, also when percent-encoded (WHATWG URL, "double-dot path segment").
  if (text === "" || text === "." || text === "..") throw new TypeError(`${name} must not be "${text}"`);
  return encodeURIComponent(text);
}
