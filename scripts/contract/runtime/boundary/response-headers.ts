// Serializes the header fields of a response.

/** How a header value is serialized unless as `a,1,b,2`: as JSON (`content`), or as `a=1,b=2` (`explode`). */
export type HeaderForm = "json" | "exploded";

/** Returns the form of a header by its name in the document; field names are case-insensitive. */
export function headerForm(
  name: string,
  forms: Readonly<Record<string, HeaderForm>> | undefined,
): HeaderForm | undefined {
  if (forms === undefined) return undefined;
  const wanted = name.toLowerCase();
  return Object.entries(forms).find(([other]) => other.toLowerCase() === wanted)?.[1];
}

/**
 * Returns the value of a field, serialized in the style `simple` (OpenAPI 3.1, section 4.8.21) or in its own
 * form. Each cookie is a separate field (RFC 6265, section 3).
 */
export function fieldOf(name: string, value: unknown, form: HeaderForm | undefined): string | string[] {
  if (form === "json") return asciiJson(value);
  if (Array.isArray(value)) {
    const texts = value.map(valueText);
    return name.toLowerCase() === "set-cookie" ? texts : texts.join(",");
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return valueText(value);
  const between = form === "exploded" ? "=" : ",";
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([member, text]) => `${member}${between}${valueText(text)}`)
    .join(",");
}

function valueText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Returns JSON without characters that a field value cannot contain (RFC 9110, section 5.5). */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
