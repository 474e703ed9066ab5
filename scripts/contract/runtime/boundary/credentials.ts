// What a request shows of who sends it, by security scheme.
import { own } from "../wire-value.ts";
import { fieldText, type MessageHead, queryOf } from "./message-head.ts";

/** A security scheme, as far as requests show it. */
export type SecurityScheme =
  | { readonly kind: "basic" | "bearer" | "mutualTLS" | "other" }
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string };

/** What a Security Scheme Object says of requests (OpenAPI 3.1, section 4.8.27); what says nothing of them is `other`. */
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

/** The credentials for a scheme; undefined when there are none, or none that can be read. */
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

/** Where a scheme's credentials are looked for. */
export function locationOfScheme(scheme: SecurityScheme): { readonly in: string; readonly name: string } {
  if (scheme.kind === "apiKey") return { in: scheme.in, name: scheme.name };
  if (scheme.kind === "mutualTLS") return { in: "connection", name: "client certificate" };
  return { in: "header", name: "Authorization" };
}

/** What stands behind the name of an authentication scheme, which has no case (RFC 9110, section 11.4). */
function schemeText(scheme: string, { headers }: MessageHead): string | undefined {
  const [, name = "", text = ""] = /^([^\s]+) +(.+)$/.exec(fieldText(headers, "authorization") ?? "") ?? [];
  return name.toLowerCase() === scheme.toLowerCase() ? text.trim() : undefined;
}

/** RFC 7617: the password goes on behind further colons. */
function userIn(text: string | undefined): object | undefined {
  if (text === undefined || !/^[A-Za-z0-9+/]+=*$/.test(text)) return undefined;
  const plain = decodedBase64(text);
  const colon = plain.indexOf(":");
  return colon < 0 ? undefined : { username: plain.slice(0, colon), password: plain.slice(colon + 1) };
}

/** Empty for what is no base64, or not its only spelling (RFC 4648, section 3.5). */
function decodedBase64(text: string): string {
  try {
    if (btoa(atob(text)) !== text) return "";
    return new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** A key that is there twice is as good as none: nobody can say which one is meant. */
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
