// Request targets with percent-encoding that is not UTF-8, which Fastify's router does not route. They are
// routed by a target that it can decode, so that hooks run for them, too; the path as sent decides what is
// wrong with it.
import type { IncomingMessage } from "node:http";

/** The target as sent, a property of Node's request: servers of several documents may share it. */
const targetKey = Symbol.for("contract: undecodable target");

/** Returns the target of an undecodable request as sent; undefined for every other request. */
export function undecodableTarget(raw: object): string | undefined {
  return Reflect.get(raw, targetKey) as string | undefined;
}

/** Replaces the target by one that can be decoded; returns false if there is none. */
export function replaceTarget(raw: IncomingMessage & { readonly originalUrl?: string }): boolean {
  const { url = "", originalUrl = url } = raw;
  // Fastify rewrites the replaced target again if the application has a `rewriteUrl`.
  const replaced = decodable(originalUrl);
  if (undecodableTarget(raw) !== undefined || replaced === originalUrl) return false;
  Reflect.set(raw, targetKey, url);
  raw.url = replaced;
  return true;
}

export function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Returns a target whose undecodable percent signs are percent-encoded themselves: `/a%ff` → `/a%25ff`. */
function decodable(target: string): string {
  const [, path = "", query = ""] = /^([^?#]*)([^]*)$/.exec(target) ?? [];
  const escaped = path.replace(/(?:%[0-9A-Fa-f]{2})+|%/g, (octets) =>
    isDecodable(octets) ? octets : octets.replaceAll("%", "%25"),
  );
  return escaped + query;
}
