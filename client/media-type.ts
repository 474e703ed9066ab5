// Media types as answers carry them and as documents declare them (RFC 9110, section 8.3.1).

/** The type without its parameters: `text/html`; empty where there is none. */
export function mediaType(headers: Headers): string {
  return (headers.get("Content-Type") ?? "").replace(/\s*;.*/, "").toLowerCase();
}

/** Whether a type is JSON, by name or by suffix (RFC 6839, section 3.1). */
export function isJson(type: string): boolean {
  return /^application\/json$|\+json$/.test(type);
}

/** Whether a type is among those declared (`text/csv, image/*`). Any JSON will do for JSON. */
export function isDeclared(type: string, declared: string): boolean {
  return declared.split(", ").some((wanted) => {
    if (wanted.endsWith("*")) return type.startsWith(wanted.replace(/\*.*/, ""));
    return type === wanted || (isJson(type) && isJson(wanted));
  });
}
