// Parses runtime expressions, by which links name parts of a request and its response.
// https://spec.openapis.org/oas/v3.1.1.html#runtime-expressions

/** A parsed expression. */
export type RuntimeExpression =
  | { readonly source: "url" | "method" | "statusCode" }
  | {
      readonly source: "request" | "response";
      readonly part: "header" | "query" | "path";
      readonly name: string;
    }
  | { readonly source: "request" | "response"; readonly part: "body"; readonly pointer: string };

/** RFC 9110, section 5.6.2: the syntax of a header name. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Parses a text that starts with `$`; undefined if it is not a runtime expression. */
export function parseRuntimeExpression(text: string): RuntimeExpression | undefined {
  if (text === "$url" || text === "$method" || text === "$statusCode") {
    return { source: text.slice(1) as "url" | "method" | "statusCode" };
  }
  const [, source, part, rest] =
    /^\$(request|response)\.(header\.|query\.|path\.|body)(.*)$/su.exec(text) ?? [];
  if ((source !== "request" && source !== "response") || rest === undefined) return undefined;
  if (part === "body") {
    const isPointer = rest === "" || rest === "#" || (rest.startsWith("#/") && !/~(?![01])/.test(rest));
    return isPointer ? { source, part, pointer: rest.slice(1) } : undefined;
  }
  const place = part?.slice(0, -1);
  if (rest === "" || (place === "header" && !token.test(rest))) return undefined;
  return place === "header" || place === "query" || place === "path"
    ? { source, part: place, name: rest }
    : undefined;
}

/**
 * Returns the expressions in a value: a string that is one, or those in braces inside a string. Other values
 * have none.
 */
export function expressionsIn(value: unknown): string[] {
  if (typeof value !== "string") return [];
  if (value.startsWith("$")) return [value];
  return [...value.matchAll(/\{(\$[^}]*)\}/g)].map(([, expression]) => expression ?? "");
}
