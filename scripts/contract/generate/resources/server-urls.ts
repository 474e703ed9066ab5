// Where a Server Object says that an API is.
import type { JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { Plan, PlannedOperation } from "../plan.ts";
import { memo } from "./memo.ts";

/**
 * Its URL with the defaults of its variables (OpenAPI 3.1, section 4.8.6), which have to have one; a variable without stays as
 * it is written. Undefined for what has no URL.
 */
export function serverUrl({ url, variables }: JsonObject): string | undefined {
  if (typeof url !== "string") return undefined;
  const written = url.replace(/\{([^{}]+)\}/g, (all, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined;
    const value = isObject(variable) ? variable["default"] : undefined;
    return typeof value === "string" || typeof value === "number" ? String(value) : all;
  });
  // RFC 3986, section 4.2: a reference to another host by the protocol that is spoken; no API is to be asked in the clear.
  return /^[/\\]{2}[^/\\]/.test(written) ? `https:${written}` : written;
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
  return pathOn(own);
}

/** A relative URL as a path, which stays on the host that it is asked from. Undefined for URLs of other protocols. */
function pathOn(url: string): string | undefined {
  const host = "http://localhost/";
  if (!URL.canParse(url, host)) return undefined;
  const { protocol, pathname } = new URL(url, host);
  return protocol === "http:" ? pathname.replace(/^\/+/, "/").replace(/(?<=.)\/+$/, "") : undefined;
}

/**
 * Whether an operation has a server on another host than the document itself. Where that names none, its operations are where the
 * user says, who knows nothing of that host, unless all of them have servers of their own.
 */
export function isElsewhere(plan: Plan, operation: PlannedOperation): boolean {
  const { root } = plan.document;
  const own = ownServer(root, operation);
  if (own === undefined || !isAbsolute(own)) return false;
  const origins = rootUrls(root).flatMap((url) => (isAbsolute(url) ? originOf(url) : []));
  return origins.length > 0 ? !origins.includes(originOf(own)) : !allApart(plan);
}

/** Whether each operation has an absolute server of its own. */
const allApart = memo(({ document: { root }, operations }: Plan): boolean =>
  operations.every((operation) => isAbsolute(ownServer(root, operation) ?? "")),
);

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : "";
}

/**
 * Where a client's calls go when it is not told: the first server with an absolute URL, since a relative one is the one that
 * a document came from. A document that names servers at its operations only has the first of those.
 */
export function defaultUrl(plan: Plan): string | undefined {
  const { root } = plan.document;
  const [first] = plan.operations;
  const own = first && allApart(plan) ? ownServer(root, first) : undefined;
  return firstAbsolute(rootUrls(root)) ?? own;
}

function firstAbsolute(urls: readonly string[]): string | undefined {
  return urls.find(isAbsolute);
}

function isAbsolute(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
