// Query parameters in the style `form`, exploded: what the document means where it says nothing (OpenAPI 3.1, section 4.8.12.3).
import { isRecord } from "../is-record.ts";
import { wireText } from "./wire-text.ts";

/** Encodes the text of a value. */
export type Encode = (text: string) => string;

/**
 * `queryString({ pageSize: 5, tag: ["a", "b"] })` is `pageSize=5&tag=a&tag=b`; the members of an object are parameters of their own. What
 * is undefined is left out; null, and whatever else has no text, is a TypeError.
 */
export function queryString(query: object): string {
  return Object.entries(query)
    .flatMap(([name, value]) => pairs(name, value))
    .join("&");
}

/** One parameter, exploded. */
export function pairs(name: string, value: unknown, encode?: Encode): string[] {
  if (value === undefined) return [];
  if (!isRecord(value) || value instanceof Date) return [pair(name, value, encode)];
  return Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : pair(Array.isArray(value) ? name : key, member, encode),
  );
}

/** `name=value`. */
export function pair(name: string, value: unknown, encode: Encode = encodeURIComponent): string {
  return `${encodeURIComponent(name)}=${encode(wireText(name, value))}`;
}
