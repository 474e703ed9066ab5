// Prints a witness as HTTP messages (RFC 9112) for display: invisible characters are escaped.
import { printable, printableJson, printableLines } from "../../cli/printable.ts";
import type { Credential, HttpBody, HttpRequest, HttpResponse } from "../../exchange/http.ts";
import { mediaKind, mediaRange } from "../../exchange/media-range.ts";

/** Returns the request, with placeholders for its credentials. */
export function requestMessage(request: HttpRequest): string {
  const { method, server, target, headers, credentials, body } = request;
  const { host, path } = splitServer(server);
  return message(
    `${method} ${path}${target} HTTP/1.1`,
    [...(host === undefined ? [] : [["Host", host] as const]), ...credentialHeaders(credentials), ...headers],
    body,
  );
}

/** Returns the response; the reason phrase is omitted, as RFC 9112 allows. */
export function responseMessage({ status, headers, body }: HttpResponse): string {
  return message(`HTTP/1.1 ${status}`, headers, body);
}

/**
 * Splits the server's URL: `https://a.example/v1/` → origin `https://a.example`, host `a.example`, path
 * `/v1`. A relative one has no origin; one that begins with `//` has a host but no origin.
 */
export function splitServer(server: string): { origin: string; host: string | undefined; path: string } {
  const match = /^([a-z][a-z0-9+.-]*:)?\/\/([^/\\?#]*)([^?#]*)/i.exec(server);
  const [, scheme = "https:", host, rest] = match ?? [];
  const path = (rest ?? server.replace(/[?#].*$/s, "")).replace(/\/+$/, "");
  return { origin: host === undefined ? "" : `${scheme}//${host}`, host, path };
}

/**
 * Returns header fields that represent the credentials; those in the query and in cookies are already in the
 * request or not shown.
 */
export function credentialHeaders(credentials: readonly Credential[]): (readonly [string, string])[] {
  return credentials.flatMap(({ scheme }): (readonly [string, string])[] => {
    const [type, where, name] = scheme.split(" ");
    if (type === "http") return [["Authorization", `${capitalized(where ?? "")} $CREDENTIALS`]];
    if (type === "apiKey" && where === "header" && name) return [[name, "$CREDENTIALS"]];
    if (type === "apiKey" && where === "cookie" && name) return [["Cookie", `${name}=$CREDENTIALS`]];
    if (type === "oauth2" || type === "openIdConnect") return [["Authorization", "Bearer $CREDENTIALS"]];
    return [];
  });
}

/** True if a body is JSON text, in which any character can be written as an escape. */
export function isJsonBody({ mediaType }: HttpBody): boolean {
  return mediaKind(mediaRange(mediaType)) === "json";
}

function message(
  first: string,
  headers: readonly (readonly [string, string])[],
  body: HttpBody | undefined,
): string {
  const fields = headers.map(([name, value]) => `${name}: ${value}`);
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  if (body && !names.has("content-type")) fields.push(`Content-Type: ${body.mediaType}`);
  return [first, ...fields]
    .map(printable)
    .concat(body ? ["", shown(body)] : [])
    .join("\n");
}

function shown(body: HttpBody): string {
  return isJsonBody(body) ? printableJson(body.text) : printableLines(body.text);
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
