// Media types as answers carry them and as documents declare them (RFC 9110, section 8.3.1).

/** The type without its parameters: `text/html`; empty where there is none. */
export function mediaType(headers: Headers): string {
  return (headers.get("Content-Type") ?? "").replace(/\s*;.*/, "").toLowerCase();
}

/** A media type without its parameters, in lower case. */
export function essence(type: string): string {
  return mediaType(new Headers({ "Content-Type": type }));
}

/** Whether a type is JSON, by name or by suffix (https://mimesniff.spec.whatwg.org/#json-mime-type). */
export function isJson(type: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(type);
}

/** Whether a type is among those declared (`text/csv, image/*`). Any JSON will do for JSON. */
export function isDeclared(type: string, declared: string): boolean {
  return declared.split(", ").some((wanted) => {
    if (wanted.endsWith("*")) return type.startsWith(wanted.replace(/\*.*/, ""));
    return type === wanted || (isJson(type) && isJson(wanted));
  });
}
