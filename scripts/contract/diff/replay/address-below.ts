// Builds the URL of a document's request on another server that replaces the document's own.
import type { HttpRequest } from "../../exchange/http.ts";
import { splitServer } from "../format/http-message.ts";

/**
 * Returns a URL with the origin of `url`, whose path comes first: the rest is appended as text, so that
 * nothing in it can name another origin.
 *
 * @param query names and values to add
 * @throws Error if the URL would have another origin
 */
export function addressBelow(
  url: string,
  { method, server, target }: Pick<HttpRequest, "method" | "server" | "target">,
  query: readonly (readonly [string, string])[] = [],
): URL {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, "");
  const { path } = splitServer(server);
  const behind = (prefix.endsWith(path) ? prefix : prefix + rooted(path)) + rooted(target);
  const more = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const joined = more === "" ? "" : `${behind.includes("?") ? "&" : "?"}${more}`;
  const address = new URL(origin + behind + joined);
  if (address.origin === origin) return address;
  throw new Error(`${method} ${target} would leave ${origin}: not sent`);
}

function rooted(path: string): string {
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}
