// Which operation of a document a request on the wire reaches: the table that servers have says so.
import type { Api, ApiOperation } from "../exchange/api.ts";
import { fillPath, hasQuery } from "../exchange/path-template.ts";
import { type Reached as Found, ServerTable } from "../runtime/boundary/server-table.ts";
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

/** The operation alone, where there is one. */
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
  // Literal segments as the document writes them: on the wire they may be percent-encoded.
  const path = fillPath(
    template,
    template.names.map((name) => rawPath[name] ?? ""),
  );
  return { operation, server, target: path + query };
}

/** A path with a query in it is none of OpenAPI's, and written; further parameters may follow it. */
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
  /** Of paths that have a query; undefined where there is none. */
  readonly queried: ServerTable<ApiOperation> | undefined;
}

const tables = new WeakMap<Api, Tables>();

/** Made once for a document. */
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
