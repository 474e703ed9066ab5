// Writes query parameters in the style the document gives each (OpenAPI 3.1, section 4.8.12.3).
import type { QueryStyle } from "./operation.ts";
import { wireText } from "./wire-text.ts";

const separators: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/** `queryString({ pageSize: 5, tag: ["a", "b"] })` is `pageSize=5&tag=a&tag=b`. What is undefined is left out; null is a TypeError. */
export function queryString(query: object, styles: Readonly<Record<string, QueryStyle>> = {}): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (value === undefined ? [] : parameter(name, value, styles[name])))
    .join("&");
}

function parameter(name: string, value: unknown, style: QueryStyle | undefined): string | string[] {
  if (style === "json") return pair(name, JSON.stringify(value));
  if (typeof value !== "object" || value === null || value instanceof Date) return pair(name, value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (style === undefined || style === "deepObject") {
    const nameOf = (key: string): string =>
      Array.isArray(value) ? name : style === undefined ? key : `${name}[${key}]`;
    return members.map(([key, member]) => pair(nameOf(key), member));
  }
  const texts = Array.isArray(value) ? value : members.flat();
  return `${encodeURIComponent(name)}=${texts.map((text) => encoded(name, text)).join(separators[style] ?? ",")}`;
}

function pair(name: string, value: unknown): string {
  return `${encodeURIComponent(name)}=${encoded(name, value)}`;
}

function encoded(name: string, value: unknown): string {
  return encodeURIComponent(wireText(name, value));
}
