// What a request shows of who sends it, by security scheme. Becomes part of a generated `serve-operations.ts`.
import type { TLSSocket } from "node:tls";
import type { FastifyRequest } from "fastify";
import { own } from "./wire-value.ts";

/** A security scheme, as far as requests show it. */
export type SecurityScheme =
  | { readonly kind: "basic" | "bearer" | "mutualTLS" | "other" }
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string };

/** The credentials for a scheme; undefined when there are none, or none that can be read. */
export function credentialsIn(scheme: SecurityScheme, request: FastifyRequest): object | undefined {
  switch (scheme.kind) {
    case "apiKey":
      return keyIn(scheme, request);
    case "basic":
      return userIn(schemeText("basic", request));
    case "bearer": {
      const token = schemeText("bearer", request);
      return token === undefined ? undefined : { token };
    }
    case "http": {
      const credentials = schemeText(scheme.scheme, request);
      return credentials === undefined ? undefined : { credentials };
    }
    case "mutualTLS":
      return certificateOf(request);
    case "other":
      return {};
  }
}

/** Where a scheme's credentials are looked for. */
export function placeOfScheme(scheme: SecurityScheme): { readonly in: string; readonly name: string } {
  if (scheme.kind === "apiKey") return { in: scheme.in, name: scheme.name };
  if (scheme.kind === "mutualTLS") return { in: "connection", name: "client certificate" };
  return { in: "header", name: "Authorization" };
}

/** What stands behind the name of an authentication scheme, which has no case (RFC 9110, section 11.4). */
function schemeText(scheme: string, { headers }: FastifyRequest): string | undefined {
  const [, name = "", text = ""] = /^([^\s]+) +(.+)$/.exec(headers.authorization ?? "") ?? [];
  return name.toLowerCase() === scheme.toLowerCase() ? text.trim() : undefined;
}

/** RFC 7617: the password goes on behind further colons. */
function userIn(text: string | undefined): object | undefined {
  if (text === undefined || !/^[A-Za-z0-9+/]+=*$/.test(text)) return undefined;
  const plain = Buffer.from(text, "base64").toString();
  const colon = plain.indexOf(":");
  return colon < 0 ? undefined : { username: plain.slice(0, colon), password: plain.slice(colon + 1) };
}

/** A key that is there twice is as good as none: nobody can say which one is meant. */
function keyIn(
  { in: place, name }: Extract<SecurityScheme, { kind: "apiKey" }>,
  request: FastifyRequest,
): object | undefined {
  const keys =
    place === "header"
      ? [own(fieldLines(request), name.toLowerCase()) ?? []].flat()
      : pairsIn(place, request).flatMap(([key, value]) => (key === name ? value : []));
  const [key] = keys;
  return keys.length !== 1 || key === undefined || key === "" ? undefined : { key };
}

/** Each line of a field by itself: in `headers`, Node has joined them. Requests that are injected have only those. */
export function fieldLines({ raw, headers }: FastifyRequest): FastifyRequest["headers"] {
  return "headersDistinct" in raw ? raw.headersDistinct : headers;
}

function pairsIn(place: "query" | "cookie", request: FastifyRequest): [string, string][] {
  const [, query = ""] = /\?([^#]*)/.exec(request.url) ?? [];
  const pieces = place === "query" ? query.split("&") : (request.headers.cookie ?? "").split(/; */);
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

/** Also without one: behind a proxy, it is the proxy that has seen the certificate. */
function certificateOf({ raw: { socket } }: FastifyRequest): object {
  if (!("getPeerCertificate" in socket)) return { certificate: undefined, authorized: false };
  const tls = socket as TLSSocket; // Nothing else has this method.
  const certificate = tls.getPeerCertificate();
  const isThere = Object.keys(certificate).length > 0;
  return { certificate: isThere ? certificate : undefined, authorized: tls.authorized };
}
