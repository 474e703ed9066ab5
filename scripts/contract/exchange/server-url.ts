// Expands Server Objects to URLs.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";

/** Maximum number of values that are enumerated. */
const mostUrls = 64;

/**
 * Returns the URLs of servers, normalised. Variables with an `enum` are expanded to each value; others to
 * their default and, where any other text is allowed too, to `{name}`. Without servers: `/`.
 */
export function serverUrls(servers: readonly JsonObject[]): readonly string[] {
  if (servers.length === 0) return ["/"];
  return [...new Set(servers.flatMap(urlsOf))];
}

/**
 * Returns the regular expression of a server's URLs; variables without an `enum` match anything but a slash.
 */
export function serverPattern(server: string): string {
  if (server === "/") return "";
  return server
    .split(/\{[^{}]*\}/)
    .map(escapedPattern)
    .join("[^/]*");
}

/** Escapes a text for a regular expression. */
export function escapedPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Returns the path of a server's URL without a trailing slash: the prefix of every path. */
export function serverPath(url: string): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/]*(\/.*)?$/i.exec(url);
  return (path === null ? url : (path[1] ?? "")).replace(/\/+$/, "");
}

function urlsOf(server: JsonObject): string[] {
  const url = typeof server["url"] === "string" ? server["url"] : "/";
  const variables = isObject(server["variables"]) ? Object.entries(server["variables"]) : [];
  let urls = [url];
  for (const [name, variable] of variables) {
    const values = valuesOf(url, name, variable);
    if (values.length === 0 || urls.length * values.length > mostUrls) continue;
    urls = urls.flatMap((text) => values.map((value) => text.replaceAll(`{${name}}`, () => value)));
  }
  return urls.map(normalUrl);
}

/**
 * Returns the values of a variable. Without an `enum`: its default, then `{name}`, unless its value may
 * contain slashes.
 */
function valuesOf(url: string, name: string, variable: Json | undefined): string[] {
  if (!isObject(variable)) return [];
  const { enum: listed, default: usual } = variable;
  if (isArray(listed) && listed.length > 0) return listed.filter((value) => typeof value === "string");
  if (typeof usual !== "string") return [];
  return url.startsWith(`{${name}}`) || usual.includes("/") ? [usual] : [usual, `{${name}}`];
}

/** Returns true if a URL has variables that stand for any text. */
export function isOpenUrl(url: string): boolean {
  return /\{[^{}]*\}/.test(url);
}

const absolute = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i;

/**
 * Normalises a URL so that equivalent ones are equal texts (RFC 3986, section 6.2): scheme and host in lower
 * case, no default port, no unnecessary escapes, no trailing slash.
 */
function normalUrl(written: string): string {
  const url = written.replaceAll(/%[0-9a-f]{2}/gi, unescaped);
  const [, scheme, authority, rest = ""] = absolute.exec(url) ?? [];
  if (scheme === undefined || authority === undefined) return withoutSlash(url);
  const name = scheme.toLowerCase();
  const at = authority.lastIndexOf("@") + 1;
  const host = lowered(authority.slice(at)).replace(defaultPorts[name] ?? /:$/, "");
  return withoutSlash(`${name}://${authority.slice(0, at)}${host}${rest}`);
}

const defaultPorts: Readonly<Record<string, RegExp | undefined>> = {
  http: /:(80)?$/,
  https: /:(443)?$/,
};

/** Returns a host in lower case, except names of variables. */
function lowered(host: string): string {
  return host.replaceAll(/\{[^{}]*\}|[^{}]+/g, (part) => (part.startsWith("{") ? part : part.toLowerCase()));
}

/** Decodes an unnecessary escape to its character; writes all others in upper case. */
function unescaped(escape: string): string {
  const character = String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
}

function withoutSlash(url: string): string {
  return url.length > 1 ? url.replace(/\/+$/, "") || "/" : url;
}
