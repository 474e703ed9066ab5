// Which operation a URL and a method are of.
import type { Contract, ContractOperation } from "./contract.ts";
import { getOwn, setOwn } from "./own-property.ts";

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
  for (const base of basesOf(contract.servers, url.pathname)) {
    const path = url.pathname.slice(base.length);
    const matching = contract.routingOrder.flatMap((id) => {
      const operation = getOwn(contract.operations, id);
      const rawPath = operation && matchPath(operation.path, path);
      return operation === undefined || rawPath === undefined ? [] : [{ operation, rawPath }];
    });
    if (matching.length === 0) continue;
    const best = matching.find(({ operation }) => operation.method === method);
    return {
      operation: best?.operation,
      allowed: [...new Set(matching.map(({ operation }) => operation.method))],
      rawPath: best?.rawPath ?? {},
      root: url.origin + base,
      path,
    };
  }
  return undefined;
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

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const parts = template.split("/");
  const segments = path.split("/");
  if (parts.length !== segments.length) return undefined;
  const raw: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    if (part === segments[index]) continue;
    if (!part.includes("{")) return undefined;
    const names = [...part.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
    const pattern = part.split(/\{[^{}]*\}/).map(quoted);
    const values = new RegExp(`^${pattern.join("(.+?)")}$`).exec(segments[index] ?? "");
    if (values === null) return undefined;
    for (const [place, name] of names.entries()) setOwn(raw, name, values[place + 1] ?? "");
  }
  return raw;
}
