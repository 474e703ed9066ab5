// Server Objects as the URLs they stand for.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";

/** More values than this are not spelt out one by one. */
const mostUrls = 64;

/**
 * The URLs of servers, in normal form: variables with an `enum` spelt out; those without are their default, and, where
 * any other text may stand as well, `{name}`. No servers mean `/`.
 */
export function serverUrls(servers: readonly JsonObject[]): readonly string[] {
  if (servers.length === 0) return ["/"];
  return [...new Set(servers.flatMap(urlsOf))];
}

/** The regular expression of what a server's URL stands for; variables without an `enum` are anything but a slash. */
export function serverPattern(server: string): string {
  if (server === "/") return "";
  return server
    .split(/\{[^{}]*\}/)
    .map(escapedPattern)
    .join("[^/]*");
}

/** Text as a regular expression that matches it. */
export function escapedPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The path of a server's URL, without a slash at its end: what stands before every path. */
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

/** What a variable stands for. Without an `enum`: its default first, then itself, unless it may hold slashes. */
function valuesOf(url: string, name: string, variable: Json | undefined): string[] {
  if (!isObject(variable)) return [];
  const { enum: listed, default: usual } = variable;
  if (isArray(listed) && listed.length > 0) return listed.filter((value) => typeof value === "string");
  if (typeof usual !== "string") return [];
  return url.startsWith(`{${name}}`) || usual.includes("/") ? [usual] : [usual, `{${name}}`];
}

/** Whether a URL has variables that stand for any text. */
export function isOpenUrl(url: string): boolean {
  return /\{[^{}]*\}/.test(url);
}

const absolute = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i;

/**
 * Equal URLs become equal text (RFC 3986, section 6.2): scheme and host in lower case, no default port, what needs no
 * escape without one, no slash at the end.
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

/** In lower case, names of variables apart. */
function lowered(host: string): string {
  return host.replaceAll(/\{[^{}]*\}|[^{}]+/g, (part) => (part.startsWith("{") ? part : part.toLowerCase()));
}

/** An escape of what needs none is the same as the character; all others are written in upper case. */
function unescaped(escape: string): string {
  const character = String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
}

function withoutSlash(url: string): string {
  return url.length > 1 ? url.replace(/\/+$/, "") || "/" : url;
}
