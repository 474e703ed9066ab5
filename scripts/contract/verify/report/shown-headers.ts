// Header fields of a response as reports show them.

/** A session that the server opens is a secret as well: of a cookie, its name and attributes are kept. */
export function shownHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): [name: string, value: string][] {
  return headers.map(([name, value]) => [
    name,
    name.toLowerCase() === "set-cookie" ? value.replace(/=[^;]*/, "=…") : value,
  ]);
}
