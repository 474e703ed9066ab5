// Server Objects as the URLs they stand for.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";

/** More values than this are not spelt out one by one. */
const mostUrls = 64;

/** The URLs of servers: variables with an `enum` spelt out, those without kept as `{name}`. No servers mean `/`. */
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
    const values = valuesOf(variable);
    if (values.length === 0 || urls.length * values.length > mostUrls) continue;
    urls = urls.flatMap((text) => values.map((value) => text.replaceAll(`{${name}}`, value)));
  }
  return urls.map((text) => (text.length > 1 ? text.replace(/\/+$/, "") || "/" : text));
}

function valuesOf(variable: Json | undefined): string[] {
  const values = isObject(variable) ? variable["enum"] : undefined;
  return isArray(values) ? values.filter((value) => typeof value === "string") : [];
}
