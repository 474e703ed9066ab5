// Which operation of a document a request on the wire reaches, wherever the document says that its servers are.
import type { Api, ApiOperation } from "../exchange/api.ts";
import { routeRequest } from "../exchange/route-request.ts";
import { escapedPattern, serverPath } from "../exchange/server-url.ts";
import { shownPath } from "./shown-path.ts";

/** The operation, and the request's URL taken apart as the document has it. */
export interface Reached {
  readonly operation: ApiOperation;
  readonly server: string;
  readonly target: string;
}

/** Why a request reaches none. */
export interface Unreached {
  readonly place: "method" | "path";
  readonly detail: string;
}

/**
 * A HEAD request reaches the GET operation of its path, unless the document has a HEAD of its own (RFC 9110, section 9.3.2).
 *
 * @param url path and query, as sent
 */
export function findOperation(api: Api, method: string, url: string): Reached | Unreached {
  const found = reach(api, method, url) ?? (method === "HEAD" ? reach(api, "GET", url) : undefined);
  if (found !== undefined) return found;
  const methods = [...new Set(api.operations.map(({ source }) => source.method))];
  const others = methods.filter((other) => reach(api, other, url) !== undefined);
  const path = shownPath(api, url);
  if (others.length === 0) return { place: "path", detail: `${path} is not declared` };
  return { place: "method", detail: `${method} is not declared for ${path}; ${others.join(", ")} is` };
}

function reach(api: Api, method: string, url: string): Reached | undefined {
  for (const operation of api.operations) {
    if (operation.caller !== "client" || operation.source.method !== method) continue;
    for (const server of operation.servers) {
      const prefix = prefixPattern(server).exec(url)?.[0];
      if (prefix === undefined) continue;
      const target = url.slice(prefix.length);
      const request = { method, server, target, headers: [], credentials: [] };
      if ("path" in routeRequest(api, operation, request)) return { operation, server, target };
    }
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

/** The path of a server's URL at the start of a request's; a variable is anything but a slash. */
function prefixPattern(server: string): RegExp {
  const known = patterns.get(server);
  if (known !== undefined) return known;
  const path = serverPath(server === "/" ? "" : server);
  const source = path
    .split(/\{[^{}]*\}/)
    .map(escapedPattern)
    .join("[^/]*");
  const made = new RegExp(`^${source}(?=[/?]|$)`);
  patterns.set(server, made);
  return made;
}
