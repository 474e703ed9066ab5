// The header fields by which an operation announces its end, as its document promises them: `Deprecation`
// (RFC 9745), `Sunset` (RFC 8594), and a `Link` to what explains them.
import { sunsetOf } from "../document/sunset.ts";
import type { PlannedOperation } from "./plan.ts";

/**
 * Returns the fields, each with its only value. Names are those of the document, if it declares them; a
 * `Sunset` without a constant has the date of the operation's `x-sunset`.
 */
export function announcedFields({
  source,
  responses,
}: PlannedOperation): Readonly<Record<string, string>> | undefined {
  const fields: Record<string, string> = {};
  const headers = responses.flatMap((response) => response.headers);
  for (const { name, constant } of headers)
    if (constant !== undefined && announces(name, constant)) fields[name] ??= constant;
  const declared = headers.find(({ name }) => isSunset(name));
  const sunset = sunsetOf(source.operation["x-sunset"]);
  if (sunset !== undefined && !Object.keys(fields).some(isSunset) && (declared?.isText ?? true))
    fields[declared?.name ?? "Sunset"] = sunset.toUTCString();
  return Object.keys(fields).length === 0 ? undefined : fields;
}

function announces(name: string, value: string): boolean {
  if (name.toLowerCase() === "link") return /;\s*rel\s*=\s*"?(?:deprecation|sunset)\b/i.test(value);
  return isSunset(name) || name.toLowerCase() === "deprecation";
}

function isSunset(name: string): boolean {
  return name.toLowerCase() === "sunset";
}
