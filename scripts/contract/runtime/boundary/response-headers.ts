// The header fields of a response, as they go on the wire.

/**
 * How the value of a header is written where that is not `a,1,b,2`: as JSON, which `content` says, or as `a=1,b=2`, which `explode`
 * says.
 */
export type HeaderForm = "json" | "exploded";

/** By the names of the document; fields have no case. */
export function headerForm(
  name: string,
  forms: Readonly<Record<string, HeaderForm>> | undefined,
): HeaderForm | undefined {
  if (forms === undefined) return undefined;
  const wanted = name.toLowerCase();
  return Object.entries(forms).find(([other]) => other.toLowerCase() === wanted)?.[1];
}

/**
 * The value of a field: as the style `simple` writes it (OpenAPI 3.1, section 4.8.21), or in its own form. Cookies are fields of their own
 * (RFC 6265, section 3).
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

/** JSON without characters that a field cannot hold (RFC 9110, section 5.5). */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
