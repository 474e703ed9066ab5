// Where a Server Object says that an API is.
import type { JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { Plan, PlannedOperation } from "../plan.ts";

/**
 * Its URL with the defaults of its variables (OpenAPI 3.1, section 4.8.6), which have to have one; a variable without stays as
 * it is written. Undefined for what has no URL.
 */
export function serverUrl({ url, variables }: JsonObject): string | undefined {
  if (typeof url !== "string") return undefined;
  return url.replace(/\{([^{}]+)\}/g, (written, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined;
    const value = isObject(variable) ? variable["default"] : undefined;
    return typeof value === "string" || typeof value === "number" ? String(value) : written;
  });
}

/** The URLs of the document's servers. */
export function rootUrls({ servers }: JsonObject): string[] {
  return isArray(servers) ? servers.filter(isObject).flatMap((server) => serverUrl(server) ?? []) : [];
}

/** The server that an operation, or its path, has for itself: the first absolute URL, else a path on the host of the others. */
export function ownServer(root: JsonObject, { source }: PlannedOperation): string | undefined {
  const urls = source.servers.flatMap((server) => serverUrl(server) ?? []);
  const own = firstAbsolute(urls) ?? urls[0];
  const shared = rootUrls(root);
  if (own === undefined || own === (firstAbsolute(shared) ?? shared[0])) return undefined;
  if (isAbsolute(own)) return URL.canParse(own) ? own.replace(/\/+$/, "") : undefined;
  const host = "http://localhost/";
  return URL.canParse(own, host) ? new URL(own, host).pathname.replace(/(?<=.)\/+$/, "") : undefined;
}

/**
 * Where a client's calls go when it is not told: the first server with an absolute URL, since a relative one is the one that
 * a document came from. A document that names servers at its operations only has the first of those.
 */
export function defaultUrl({ document: { root }, operations }: Plan): string | undefined {
  const own = operations.map((operation) => ownServer(root, operation));
  const everyOwn = own.every((url) => url !== undefined && isAbsolute(url));
  return firstAbsolute(rootUrls(root)) ?? (everyOwn ? own[0] : undefined);
}

function firstAbsolute(urls: readonly string[]): string | undefined {
  return urls.find(isAbsolute);
}

function isAbsolute(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
