// Finds the operation for a method and a path. Every adapter uses this table where its own router is
// ambiguous, so that all of them decide alike.
import { compareTemplates } from "./path-order.ts";
import { decodedSegment, matchPath, type PathTemplate, type Segment, templateOf } from "./path-template.ts";
import { HttpError } from "./problem.ts";

/** A method and path template with their target. */
export interface TableRoute<Target> {
  readonly method: string;
  /** `/pets/{id}` */
  readonly path: string;
  readonly target: Target;
}

/** The result of a lookup. */
export type Found<Target> =
  | {
      readonly target: Target;
      /** The path parameters by name, still percent-encoded. */
      readonly rawPath: Record<string, string>;
      readonly allowed?: undefined;
    }
  /** The path exists, but only with these methods; HEAD is included if GET is. */
  | { readonly target: undefined; readonly allowed: readonly string[] };

interface Entry<Target> extends TableRoute<Target> {
  readonly template: PathTemplate;
  /** Precedence: smaller is more specific. */
  order: number;
}

/** A node of the trie of path segments: of a thousand routes, only a few are compared with a path. */
class Branch<Target> {
  readonly entries: Entry<Target>[] = [];
  readonly #literals = new Map<string, Branch<Target>>();
  /** Segments with parameters, by their pattern. */
  readonly #others = new Map<string, { readonly pattern: RegExp; readonly branch: Branch<Target> }>();

  /** Returns the child node for a segment; creates it if necessary. */
  at(segment: Segment): Branch<Target> {
    const known =
      typeof segment === "string"
        ? this.#literals.get(segment)
        : this.#others.get(segment.pattern.source)?.branch;
    if (known !== undefined) return known;
    const branch = new Branch<Target>();
    if (typeof segment === "string") this.#literals.set(segment, branch);
    else this.#others.set(segment.pattern.source, { pattern: segment.pattern, branch });
    return branch;
  }

  /** Collects the routes that match a path. */
  collect(path: readonly string[], at: number, found: Entry<Target>[]): void {
    const text = path[at];
    if (text === undefined) {
      for (const entry of this.entries) found.push(entry);
      return;
    }
    this.#literals.get(text)?.collect(path, at + 1, found);
    const decoded = decodedSegment(text);
    if (decoded !== text) this.#literals.get(decoded)?.collect(path, at + 1, found);
    for (const { pattern, branch } of this.#others.values())
      if (pattern.test(text)) branch.collect(path, at + 1, found);
  }
}

/**
 * Finds operations: of the templates that match a path and have the method, the most specific one (OpenAPI
 * 3.1, section 4.8.8.2).
 */
export class PathTable<Target> {
  readonly #root = new Branch<Target>();

  /** @param ignoreCase  whether literal text matches in any case */
  constructor(routes: readonly TableRoute<Target>[], ignoreCase = false) {
    const entries = routes.map((route): Entry<Target> => ({
      ...route,
      template: templateOf(route.path, ignoreCase),
      order: 0,
    }));
    entries.sort((one, other) => compareTemplates(one.path, other.path));
    for (const [order, entry] of entries.entries()) {
      entry.order = order;
      entry.template.segments.reduce((branch, segment) => branch.at(segment), this.#root).entries.push(entry);
    }
  }

  /**
   * Returns the target of a request; undefined if the path does not exist.
   *
   * @param path  the path as sent, percent-encoded, without the query; or its segments
   */
  find(method: string, path: string | readonly string[]): Found<Target> | undefined {
    const segments = typeof path === "string" ? path.split("/") : path;
    const entries: Entry<Target>[] = [];
    this.#root.collect(segments, 0, entries);
    if (entries.length > 1) entries.sort((one, other) => one.order - other.order);
    const methods = new Set<string>();
    let get: Found<Target> | undefined;
    let concrete: string | undefined;
    for (const entry of entries) {
      const found = (): Found<Target> => ({
        target: entry.target,
        rawPath: matchPath(entry.template, segments) ?? {},
      });
      if (entry.method === method) return found();
      // HEAD is served like GET, without the content (RFC 9110, section 9.3.2), unless it is declared itself.
      if (entry.method === "GET" && method === "HEAD") get ??= found();
      // A concrete path has only its own methods: a template that matches as well describes other resources.
      if (methods.size === 0 && !entry.path.includes("{")) concrete = entry.path;
      if (concrete !== undefined && entry.path !== concrete) continue;
      methods.add(entry.method);
      if (entry.method === "GET") methods.add("HEAD");
    }
    if (get !== undefined) return get;
    return methods.size === 0 ? undefined : { target: undefined, allowed: [...methods] };
  }
}

export function noSuchPath(): HttpError {
  return new HttpError(404, "The requested resource does not exist.");
}

/** Returns the 404 for a path that does not exist, or the 405 for a path that exists with other methods. */
export function unroutedError(found: Found<unknown> | undefined): HttpError {
  if (found?.allowed === undefined) return noSuchPath();
  const allowed = found.allowed.join(", ");
  return new HttpError(405, `This resource supports ${allowed}.`, { headers: { Allow: allowed } });
}
