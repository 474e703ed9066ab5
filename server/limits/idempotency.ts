// What makes a repeated write recognisable: its key, where it was sent, and a fingerprint of what it said.
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
import { createHash } from "node:crypto";

/**
 * The key in an `Idempotency-Key` header that keeps to the contract's pattern. A quoted string (RFC 9651 section 3.3.3), with or without
 * parameters (section 3.1.2), and the same characters bare are one key.
 *
 * @example readIdempotencyKey('"a\\"b";v=1') // 'a"b'
 */
export function readIdempotencyKey(header: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(header)?.[1];
  return quoted === undefined ? header : quoted.replace(/\\(["\\])/g, "$1");
}

/** Where a key counts: one operation of the contract at one path. The account is the store's to add. */
export function idempotencyScope(operationId: string, path: string): string {
  return `${operationId} ${path}`;
}

/**
 * SHA-256 of a body as canonical JSON, in base64url: spelling and the order of keys make no difference.
 *
 * @param body what `JSON.parse` returned; undefined when the request has no body
 */
export function bodyFingerprint(body: unknown): string {
  const text = body === undefined ? "" : canonicalJson(body);
  return createHash("sha256").update(text).digest("base64url");
}

/** JSON with sorted keys and without spaces (RFC 8785), whose numbers and strings are ECMAScript's. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
