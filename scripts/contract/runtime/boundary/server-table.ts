// Finds the operation of a request below the servers that the document declares: server paths precede
// operation paths.
import { type Found, PathTable, type TableRoute } from "./path-table.ts";

/** A route below each of its servers. */
export interface ServedRoute<Target> extends TableRoute<Target> {
  /** Server URLs as written in the document, possibly with variables: `https://{host}/v1`. */
  readonly servers: readonly string[];
}

/** The target of a request, and the base path of its server. */
export type Reached<Target> = Found<Target> & {
  readonly server: string;
  /** The part of the path that belongs to the server: `/v1`. Empty for a server at the root. */
  readonly base: string;
};

interface Served<Target> {
  readonly server: string;
  readonly pattern: RegExp;
  readonly table: PathTable<Target>;
}

/**
 * Finds operations below the paths of their servers. If several servers match, the longest path comes first.
 */
export class ServerTable<Target> {
  readonly #all: readonly Served<Target>[];

  constructor(routes: readonly ServedRoute<Target>[]) {
    const servers = new Set(routes.flatMap((route) => route.servers));
    this.#all = [...servers].map((server) => ({
      server,
      pattern: basePattern(server),
      table: new PathTable(routes.filter((route) => route.servers.includes(server))),
    }));
  }

  /**
   * Returns the target of a request; if the path has other methods only, all of them together. Undefined if
   * the path does not exist.
   *
   * @param path  the path as sent, percent-encoded, without the query
   */
  find(method: string, path: string): Reached<Target> | undefined {
    let other: Reached<Target> | undefined;
    for (const { server, base, table } of this.#at(path)) {
      const found = table.find(method, path.slice(base.length));
      if (found === undefined) continue;
      if (found.allowed === undefined) return { ...found, server, base };
      const allowed = [...new Set([...(other?.allowed ?? []), ...found.allowed])];
      other = { server, base, ...other, target: undefined, allowed };
    }
    return other;
  }

  #at(path: string): (Served<Target> & { readonly base: string })[] {
    const found = this.#all.flatMap((served) => {
      const base = served.pattern.exec(path)?.[0];
      return base === undefined ? [] : [{ ...served, base }];
    });
    return found.sort((one, other) => other.base.length - one.base.length);
  }
}

/**
 * Returns the pattern of a server's path. A server is not a URL yet: variables (OpenAPI 3.1, section 4.8.6)
 * may occur anywhere in it.
 */
function basePattern(server: string): RegExp {
  const [path = ""] = server.replace(/^([^/?#]*:)?\/\/[^/?#]*/, "").split(/[?#]/);
  const segments = path.split("/").filter((segment) => segment !== "");
  const pattern = segments.map((segment) => {
    const literals = segment.split(/\{[^{}]*\}/);
    return `/${literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^/]*")}`;
  });
  return new RegExp(`^${pattern.join("")}(?=/|$)`);
}
