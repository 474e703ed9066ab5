// Page tokens: the position in a list, and its query.
import { recordOf } from "./record.ts";

/** The query of a list. */
export type ListQuery = Readonly<Record<string, unknown>>;

/** What a page token contains. */
export interface PagePosition {
  readonly after: number;
  readonly filters: ListQuery;
}

export function writeToken(path: string, after: number, filters: ListQuery): string {
  const text = JSON.stringify([path, after, filters]);
  return btoa(isAscii.test(text) ? text : bytesOf(text)).replace(/[+/=]/g, (sign) => urlSafe[sign] ?? "");
}

/** JSON escapes control characters: each remaining character is one byte of UTF-8. */
const isAscii = /^[ -~]*$/;
const urlSafe: Readonly<Record<string, string>> = { "+": "-", "/": "_" };

/** Returns a string with one character per byte of UTF-8. */
function bytesOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}

/** Parses a token; undefined for one that is not of this list. */
export function readToken(token: unknown, path: string): PagePosition | undefined {
  // Only the characters that tokens are written with: Base64 decoders ignore others.
  if (typeof token !== "string" || !/^[\w-]+$/.test(token)) return undefined;
  try {
    const bytes = atob(token.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
    const [where, after, filters] = JSON.parse(text) as unknown[];
    return where === path && typeof after === "number" ? { after, filters: recordOf(filters) } : undefined;
  } catch {
    return undefined;
  }
}
