// Extracts the credentials from a request, by security scheme.
import { own } from "../wire-value.ts";
import { fieldText, type MessageHead, queryOf } from "./message-head.ts";

/** A security scheme, reduced to what is visible in requests. */
export type SecurityScheme =
  | { readonly kind: "basic" | "bearer" | "mutualTLS" | "other" }
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string };

/**
 * Parses a Security Scheme Object (OpenAPI 3.1, section 4.8.27); schemes that are not visible in requests are
 * `other`.
 */
export function securityScheme(node: Readonly<Record<string, unknown>>): SecurityScheme {
  const { type, scheme, in: place, name } = node;
  if (type === "mutualTLS") return { kind: "mutualTLS" };
  if (type === "oauth2" || type === "openIdConnect") return { kind: "bearer" };
  if (type === "apiKey" && typeof name === "string") {
    if (place === "header" || place === "query" || place === "cookie")
      return { kind: "apiKey", in: place, name };
  }
  if (type !== "http" || typeof scheme !== "string") return { kind: "other" };
  const known = scheme.toLowerCase();
  return known === "basic" || known === "bearer" ? { kind: known } : { kind: "http", scheme };
}

/** Returns the credentials for a scheme; undefined if there are none, or if they are malformed. */
export function credentialsIn(scheme: SecurityScheme, head: MessageHead): object | undefined {
  switch (scheme.kind) {
    case "apiKey":
      return keyIn(scheme, head);
    case "basic":
      return userIn(schemeText("basic", head));
    case "bearer": {
      const token = schemeText("bearer", head);
      return token === undefined ? undefined : { token };
    }
    case "http": {
      const credentials = schemeText(scheme.scheme, head);
      return credentials === undefined ? undefined : { credentials };
    }
    case "mutualTLS":
      return head.certificate();
    case "other":
      return {};
  }
}

/** Returns where in a request the credentials of a scheme are. */
export function locationOfScheme(scheme: SecurityScheme): { readonly in: string; readonly name: string } {
  if (scheme.kind === "apiKey") return { in: scheme.in, name: scheme.name };
  if (scheme.kind === "mutualTLS") return { in: "connection", name: "client certificate" };
  return { in: "header", name: "Authorization" };
}

/**
 * Returns the text after the name of an authentication scheme, which is case-insensitive (RFC 9110, section
 * 11.4).
 */
function schemeText(scheme: string, { headers }: MessageHead): string | undefined {
  const [, name = "", text = ""] = /^([^\s]+) +(.+)$/.exec(fieldText(headers, "authorization") ?? "") ?? [];
  return name.toLowerCase() === scheme.toLowerCase() ? text.trim() : undefined;
}

/** Parses `user:password` (RFC 7617); the password may contain further colons. */
function userIn(text: string | undefined): object | undefined {
  if (text === undefined || !/^[A-Za-z0-9+/]+=*$/.test(text)) return undefined;
  const plain = decodedBase64(text);
  const colon = plain.indexOf(":");
  return colon < 0 ? undefined : { username: plain.slice(0, colon), password: plain.slice(colon + 1) };
}

/** Decodes Base64. Returns an empty string for invalid or non-canonical Base64 (RFC 4648, section 3.5). */
function decodedBase64(text: string): string {
  try {
    if (btoa(atob(text)) !== text) return "";
    return new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** Returns an API key. A key that is sent twice counts as missing, because it is ambiguous. */
function keyIn(
  { in: place, name }: Extract<SecurityScheme, { kind: "apiKey" }>,
  head: MessageHead,
): object | undefined {
  const keys =
    place === "header"
      ? [own(head.lines(), name.toLowerCase()) ?? []].flat()
      : pairsIn(place, head).flatMap(([key, value]) => (key === name ? value : []));
  const [key] = keys;
  return keys.length !== 1 || key === undefined || key === "" ? undefined : { key };
}

function pairsIn(place: "query" | "cookie", { target, headers }: MessageHead): [string, string][] {
  const pieces =
    place === "query" ? queryOf(target).split("&") : (fieldText(headers, "cookie") ?? "").split(/; */);
  return pieces.map((piece) => {
    const [, name = piece, value = ""] = /^([^=]*)=(.*)$/.exec(piece) ?? [];
    return [plainText(name), plainText(value)];
  });
}

function plainText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
