// The URLs of Server Objects.
import type { JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { Plan, PlannedOperation } from "../plan.ts";
import { memo } from "./memo.ts";

/**
 * Returns the URL with the defaults of its variables (OpenAPI 3.1, section 4.8.6), which are mandatory; a
 * variable without a default is left as written. Undefined if there is no URL.
 */
export function serverUrl({ url, variables }: JsonObject): string | undefined {
  if (typeof url !== "string") return undefined;
  const written = url.replace(/\{([^{}]+)\}/g, (all, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined;
    const value = isObject(variable) ? variable["default"] : undefined;
    return typeof value === "string" || typeof value === "number" ? String(value) : all;
  });
  return secure(written);
}

/**
 * Adds HTTPS to a scheme-relative reference (RFC 3986, section 4.2): no API is to be requested unencrypted.
 */
function secure(url: string): string {
  return /^[/\\]{2}[^/\\]/.test(url) ? `https:${url}` : url;
}

/** A variable of a server's URL. */
export interface PlannedVariable {
  readonly name: string;
  readonly standard: string;
  /** The allowed values; empty if any value is allowed. */
  readonly allowed: readonly string[];
  readonly description: string | undefined;
}

/** Returns the template of the client's default URL with its variables; undefined without variables. */
export function serverTemplate(
  plan: Plan,
): { readonly url: string; readonly variables: readonly PlannedVariable[] } | undefined {
  const { servers } = plan.document.root;
  const chosen = defaultUrl(plan);
  const server = isArray(servers)
    ? servers.filter(isObject).find((one) => chosen !== undefined && serverUrl(one) === chosen)
    : undefined;
  const url = server?.["url"];
  const declared = server?.["variables"];
  if (typeof url !== "string" || !isObject(declared)) return undefined;
  const names = [...new Set([...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name))];
  const variables = names.flatMap((name): PlannedVariable[] => {
    const node = declared[name];
    const standard = isObject(node) ? node["default"] : undefined;
    if (!isObject(node) || (typeof standard !== "string" && typeof standard !== "number")) return [];
    const { enum: values, description } = node;
    const allowed = isArray(values) ? values.filter((value) => typeof value !== "object").map(String) : [];
    return [
      {
        name,
        standard: String(standard),
        allowed: allowed.length === 0 ? [] : [...new Set([...allowed, String(standard)])],
        description: typeof description === "string" ? description : undefined,
      },
    ];
  });
  return variables.length === 0 ? undefined : { url: secure(url), variables };
}

/** Returns the URLs of the document's servers. */
export function rootUrls({ servers }: JsonObject): string[] {
  return isArray(servers) ? servers.filter(isObject).flatMap((server) => serverUrl(server) ?? []) : [];
}

/**
 * Returns the server of an operation, or of its path: the first absolute URL, else a path on the host of the
 * document's servers.
 */
export function ownServer(root: JsonObject, { source }: PlannedOperation): string | undefined {
  const urls = source.servers.flatMap((server) => serverUrl(server) ?? []);
  const own = firstAbsolute(urls) ?? urls[0];
  const shared = rootUrls(root);
  if (own === undefined || own === (firstAbsolute(shared) ?? shared[0])) return undefined;
  if (isAbsolute(own)) return URL.canParse(own) ? own.replace(/\/+$/, "") : undefined;
  return pathOn(own);
}

/** Returns a relative URL as a path on the same host. Undefined for URLs of other protocols. */
function pathOn(url: string): string | undefined {
  const host = "http://localhost/";
  if (!URL.canParse(url, host)) return undefined;
  const { protocol, pathname } = new URL(url, host);
  return protocol === "http:" ? pathname.replace(/^\/+/, "/").replace(/(?<=.)\/+$/, "") : undefined;
}

/**
 * Whether an operation has a server on another host than the document. If the document names none, the user
 * sets the URL of its operations, without knowing that other host, unless all operations have servers of
 * their own.
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
 * Returns the default URL of a client: the first server with an absolute URL, since a relative one refers to
 * where the document was loaded from. A document with servers only on operations uses the first of those.
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
