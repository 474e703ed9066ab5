// Header fields of a response, redacted for reports.

/**
 * Returns the header fields. Session cookies are secrets: their names and attributes are kept, their values
 * are not.
 */
export function shownHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): [name: string, value: string][] {
  return headers.map(([name, value]) => [
    name,
    name.toLowerCase() === "set-cookie" ? value.replace(/=[^;]*/, "=…") : value,
  ]);
}
