// Finds the operation that a request on the wire matches, with the same routing table as servers.
import type { Api, ApiOperation } from "../exchange/api.ts";
import { fillPath, hasQuery } from "../exchange/path-template.ts";
import { type Reached as Found, ServerTable } from "../runtime/boundary/server-table.ts";
import { shownPath } from "./shown-path.ts";

/** The operation, with the request's URL parsed as the document declares it. */
export interface Reached {
  readonly operation: ApiOperation;
  readonly server: string;
  readonly target: string;
}

/** Why a request matches no operation. */
export interface Unreached {
  readonly place: "method" | "path";
  readonly detail: string;
}

/**
 * Finds the operation of a request. A HEAD request matches the GET operation of its path, unless the document
 * declares HEAD (RFC 9110, section 9.3.2).
 *
 * @param url path and query, as sent
 */
export function findOperation(api: Api, method: string, url: string): Reached | Unreached {
  const [sent = ""] = url.split("#");
  const [path = ""] = sent.split("?");
  const { plain, queried } = tablesOf(api);
  const special = queried && findQueried(queried, method, sent);
  if (special !== undefined) return special;
  const found = plain.find(method, path);
  if (found !== undefined && found.allowed === undefined)
    return reached(found, found.rawPath, sent.slice(path.length));
  const shown = shownPath(api, url);
  const others = found?.allowed ?? [];
  if (others.length === 0) return { place: "path", detail: `${shown} is not declared` };
  return { place: "method", detail: `${method} is not declared for ${shown}; ${others.join(", ")} is` };
}

/** Returns only the operation, if there is one. */
export function reachOperation(api: Api, method: string, url: string): Reached | undefined {
  const found = findOperation(api, method, url);
  return "operation" in found ? found : undefined;
}

function reached(
  { target: operation, server }: Found<ApiOperation> & { readonly target: ApiOperation },
  rawPath: Readonly<Record<string, string>>,
  query: string,
): Reached {
  const { template } = operation;
  // Literal segments as in the document: on the wire they may be percent-encoded.
  const path = fillPath(
    template,
    template.names.map((name) => rawPath[name] ?? ""),
  );
  return { operation, server, target: path + query };
}

/** OpenAPI does not allow a query in a path, but documents have it; further parameters may follow it. */
function findQueried(table: ServerTable<ApiOperation>, method: string, url: string): Reached | undefined {
  for (let end = url.length; end > 0; end = url.lastIndexOf("&", end - 1)) {
    const found = table.find(method, url.slice(0, end));
    if (found !== undefined && found.allowed === undefined)
      return { operation: found.target, server: found.server, target: url.slice(found.base.length) };
  }
  return undefined;
}

interface Tables {
  readonly plain: ServerTable<ApiOperation>;
  /** The table of paths that contain a query; undefined if there are none. */
  readonly queried: ServerTable<ApiOperation> | undefined;
}

const tables = new WeakMap<Api, Tables>();

/** Returns the tables of a document; built once. */
function tablesOf(api: Api): Tables {
  const known = tables.get(api);
  if (known !== undefined) return known;
  const operations = api.operations.filter(({ caller }) => caller === "client");
  const special = operations.filter(({ template }) => hasQuery(template));
  const made = {
    plain: tableOf(operations.filter(({ template }) => !hasQuery(template))),
    queried: special.length === 0 ? undefined : tableOf(special),
  };
  tables.set(api, made);
  return made;
}

function tableOf(operations: readonly ApiOperation[]): ServerTable<ApiOperation> {
  return new ServerTable(
    operations.map((target) => ({
      method: target.source.method,
      path: target.source.path,
      servers: target.servers,
      target,
    })),
  );
}
