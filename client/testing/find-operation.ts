// Which operation a URL and a method are of.
import type { Contract, ContractOperation } from "./contract.ts";

/** Where a request leads. */
export interface Found {
  /** Undefined: there is the path, but not with this method. */
  readonly operation: ContractOperation | undefined;
  /** The methods of the path. */
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
  const bases = contract.servers.map((server) => new URL(server, url).pathname.replace(/\/+$/, ""));
  for (const base of [...new Set([...bases, ""])].sort((one, other) => other.length - one.length)) {
    if (!url.pathname.startsWith(`${base}/`)) continue;
    const path = url.pathname.slice(base.length);
    const matching = Object.values(contract.operations)
      .map((operation) => ({ operation, rawPath: matchPath(operation.path, path) }))
      .filter((match) => match.rawPath !== undefined)
      .sort((one, other) => parameterCount(one.operation.path) - parameterCount(other.operation.path));
    const best = matching[0];
    if (best === undefined) continue;
    // A literal segment goes before a parameter (OpenAPI 3.1, Paths Object): other templates don't count any more.
    const same = matching.filter(({ operation }) => operation.path === best.operation.path);
    return {
      operation: same.find(({ operation }) => operation.method === method)?.operation,
      allowed: same.map(({ operation }) => operation.method),
      rawPath: best.rawPath ?? {},
      root: url.origin + base,
      path,
    };
  }
  return undefined;
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const parts = template.split("/");
  const segments = path.split("/");
  if (parts.length !== segments.length) return undefined;
  const raw: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name !== undefined && segment !== "") raw[name] = segment;
    else if (part !== segment) return undefined;
  }
  return raw;
}

function parameterCount(template: string): number {
  return template.split("{").length;
}
