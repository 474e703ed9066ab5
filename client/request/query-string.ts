// Serialises query parameters of style `form` with `explode`, OpenAPI's default (OpenAPI 3.1, section
// 4.8.12.3).
import { isRecord } from "../is-record.ts";
import { wireText } from "./wire-text.ts";

/** Encodes a value's text. */
export type Encode = (text: string) => string;

/**
 * `queryString({ pageSize: 5, tag: ["a", "b"] })` returns `pageSize=5&tag=a&tag=b`; the members of an object
 * become parameters. Undefined is omitted; null, and any other value without a text, causes a TypeError.
 */
export function queryString(query: object): string {
  return Object.entries(query)
    .flatMap(([name, value]) => pairs(name, value))
    .join("&");
}

/** Serialises one parameter, exploded. */
export function pairs(name: string, value: unknown, encode?: Encode): string[] {
  if (value === undefined) return [];
  if (!isRecord(value) || value instanceof Date) return [pair(name, value, encode)];
  return Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : pair(Array.isArray(value) ? name : key, member, encode),
  );
}

/** Returns `name=value`, encoded. */
export function pair(name: string, value: unknown, encode: Encode = encodeURIComponent): string {
  return `${encodeURIComponent(name)}=${encode(wireText(name, value))}`;
}
