// Which operation a request means, wherever the document says that its servers are: their paths go before those of operations.
import { type Found, PathTable, type TableRoute } from "./path-table.ts";

/** An operation's path below each of its servers. */
export interface ServedRoute<Target> extends TableRoute<Target> {
  /** As the document writes them, with variables or without: `https://{host}/v1`. */
  readonly servers: readonly string[];
}

/** Where a request leads, and where the paths of the document begin in its own. */
export type Reached<Target> = Found<Target> & {
  readonly server: string;
  /** The part of the path that stands for the server: `/v1`. Empty for a server at the root. */
  readonly base: string;
};

interface Served<Target> {
  readonly server: string;
  readonly pattern: RegExp;
  readonly table: PathTable<Target>;
}

/** Finds operations below the paths of their servers: of several servers that a path may be one of, the longest first. */
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
   * Where a request leads; where the path has other methods only, all of them together. Undefined when there is no such path.
   *
   * @param path  as it was sent, percent-encoding and all, without the query
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

/** The path of a server at the start of a request's. A server is no URL yet: variables (OpenAPI 3.1, section 4.8.6) may stand anywhere in it. */
function basePattern(server: string): RegExp {
  const [path = ""] = server.replace(/^([^/?#]*:)?\/\/[^/?#]*/, "").split(/[?#]/);
  const segments = path.split("/").filter((segment) => segment !== "");
  const pattern = segments.map((segment) => {
    const literals = segment.split(/\{[^{}]*\}/);
    return `/${literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^/]*")}`;
  });
  return new RegExp(`^${pattern.join("")}(?=/|$)`);
}
