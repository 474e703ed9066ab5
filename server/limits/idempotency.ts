// Identifies retried writes by their idempotency key, their path, and a fingerprint of their body.
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
import { createHash } from "node:crypto";

/**
 * Parses an `Idempotency-Key` header that matches the contract's pattern. A quoted string (RFC 9651 section
 * 3.3.3), with or without parameters (section 3.1.2), and the same characters unquoted are the same key.
 *
 * @example readIdempotencyKey('"a\\"b";v=1') // 'a"b'
 */
export function readIdempotencyKey(header: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(header)?.[1];
  return quoted === undefined ? header : quoted.replace(/\\(["\\])/g, "$1");
}

/** The scope of a key: one operation of the contract at one path. The store adds the account. */
export function idempotencyScope(operationId: string, path: string): string {
  return `${operationId} ${path}`;
}

/**
 * SHA-256 of a body as canonical JSON, in base64url: whitespace, escapes and the order of keys make no
 * difference.
 *
 * @param body  the result of `JSON.parse`; undefined if the request has no body
 */
export function bodyFingerprint(body: unknown): string {
  const text = body === undefined ? "" : canonicalJson(body);
  return createHash("sha256").update(text).digest("base64url");
}

/** Canonical JSON (RFC 8785): sorted keys, no spaces, numbers and strings as ECMAScript serialises them. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
