// Which operation a URL and a method are of.
import { PathTable } from "../../generated/boundary.ts";
import type { Contract, ContractOperation } from "./contract.ts";

/** Where a request leads. */
export interface Found {
  /** Undefined: there is the path, but not with this method. */
  readonly operation: ContractOperation | undefined;
  /** The methods of the path, where it has not this one. */
  readonly allowed: readonly string[];
  /** Path values by name, still percent-encoded. */
  readonly rawPath: Record<string, string>;
  /** The URL up to where the document's paths begin. */
  readonly root: string;
  /** The path below it, as sent. */
  readonly path: string;
}

/** Undefined where the document has no such path. */
export function findOperation(contract: Contract, method: string, url: URL): Found | undefined {
  const table = tableOf(contract);
  for (const base of basesOf(contract.servers, url.pathname)) {
    const path = url.pathname.slice(base.length);
    const found = table.find(method, path);
    if (found === undefined) continue;
    const { target: operation, allowed = [] } = found;
    const rawPath = found.allowed === undefined ? found.rawPath : {};
    return { operation, allowed, rawPath, root: url.origin + base, path };
  }
  return undefined;
}

const tables = new WeakMap<Contract["operations"], PathTable<ContractOperation>>();

/** Made once for a document, and the same that its servers have. */
function tableOf({ operations }: Contract): PathTable<ContractOperation> {
  const known = tables.get(operations);
  if (known !== undefined) return known;
  const routes = Object.values(operations).map((target) => ({
    method: target.method,
    path: target.path,
    target,
  }));
  const table = new PathTable(routes);
  tables.set(operations, table);
  return table;
}

/**
 * Where the document's paths may begin in a path, the longest first. Servers are no URLs yet: variables
 * (OpenAPI 3.1, section 4.8.6) may stand anywhere in them.
 */
function basesOf(servers: readonly string[], pathname: string): string[] {
  const found = servers.flatMap((server) => {
    const [path = ""] = server.replace(/^([^/?#]*:)?\/\/[^/?#]*/, "").split(/[?#]/);
    const segments = path.split("/").filter((segment) => segment !== "");
    const pattern = segments.map(
      (segment) =>
        `/${segment
          .split(/\{[^{}]*\}/)
          .map(quoted)
          .join("[^/]+")}`,
    );
    return new RegExp(`^${pattern.join("")}(?=/)`).exec(pathname)?.[0] ?? [];
  });
  return [...new Set([...found, ""])].sort((one, other) => other.length - one.length);
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
