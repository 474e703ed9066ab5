// Media types in responses and in documents (RFC 9110, section 8.3.1).

/** Returns a response's media type without parameters, such as `text/html`; empty if there is none. */
export function mediaType(headers: Headers): string {
  return (headers.get("Content-Type") ?? "").replace(/\s*;.*/, "").toLowerCase();
}

/** Returns a media type without parameters, in lower case. */
export function essence(type: string): string {
  return mediaType(new Headers({ "Content-Type": type }));
}

/** True for JSON, by name or by suffix (https://mimesniff.spec.whatwg.org/#json-mime-type). */
export function isJson(type: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(type);
}

/**
 * True if a type matches one of the declared types (`text/csv, image/*`). Any JSON type matches any other.
 */
export function isDeclared(type: string, declared: string): boolean {
  return declared.split(", ").some((wanted) => {
    if (wanted.endsWith("*")) return type.startsWith(wanted.replace(/\*.*/, ""));
    return type === wanted || (isJson(type) && isJson(wanted));
  });
}
