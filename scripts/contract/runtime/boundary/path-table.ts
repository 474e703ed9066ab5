// Which operation a method and a path mean. Every adapter asks this table where its own router cannot tell, so that all decide alike.
import { compareTemplates } from "./path-order.ts";
import { matchPath, type PathTemplate, templateOf } from "./path-template.ts";
import { HttpError } from "./problem.ts";

/** A method of a path template, and what it stands for. */
export interface TableRoute<Target> {
  readonly method: string;
  /** `/pets/{id}` */
  readonly path: string;
  readonly target: Target;
}

/** Where a request leads. */
export type Found<Target> =
  | {
      readonly target: Target;
      /** The path's values by the names of its parameters, still percent-encoded. */
      readonly rawPath: Record<string, string>;
      readonly allowed?: undefined;
    }
  /** The path is there, with these methods only; HEAD is one wherever GET is. */
  | { readonly target: undefined; readonly allowed: readonly string[] };

interface Entry<Target> extends TableRoute<Target> {
  readonly template: PathTemplate;
}

/** Finds operations: among templates that match a path and have the method, the most particular one (OpenAPI 3.1, section 4.8.8.2). */
export class PathTable<Target> {
  private readonly bySize = new Map<number, Entry<Target>[]>();

  constructor(routes: readonly TableRoute<Target>[]) {
    const entries = routes.map((route): Entry<Target> => ({ ...route, template: templateOf(route.path) }));
    entries.sort((one, other) => compareTemplates(one.path, other.path));
    for (const entry of entries) {
      const { length } = entry.template.segments;
      const others = this.bySize.get(length) ?? [];
      this.bySize.set(length, others);
      others.push(entry);
    }
  }

  /**
   * Where a request leads; undefined when there is no such path.
   *
   * @param path  as it was sent, percent-encoding and all, without the query; or its segments
   */
  find(method: string, path: string | readonly string[]): Found<Target> | undefined {
    const segments = typeof path === "string" ? path.split("/") : path;
    const methods = new Set<string>();
    let get: Found<Target> | undefined;
    let concrete: string | undefined;
    for (const { template, target, ...entry } of this.bySize.get(segments.length) ?? []) {
      const rawPath = matchPath(template, segments);
      if (rawPath === undefined) continue;
      if (entry.method === method) return { target, rawPath };
      // HEAD is served like GET, without the content (RFC 9110, section 9.3.2), unless there is one of its own.
      if (entry.method === "GET") get ??= { target, rawPath };
      // Of a concrete path, the methods are its own; a template beside it stands for other resources.
      if (methods.size === 0 && !entry.path.includes("{")) concrete = entry.path;
      if (concrete !== undefined && entry.path !== concrete) continue;
      methods.add(entry.method);
      if (entry.method === "GET") methods.add("HEAD");
    }
    if (method === "HEAD" && get !== undefined) return get;
    return methods.size === 0 ? undefined : { target: undefined, allowed: [...methods] };
  }
}

/** The 404 of a path that is not there, or the 405 of one that has other methods. */
export function unroutedError(found: Found<unknown> | undefined): HttpError {
  if (found?.allowed === undefined) return new HttpError(404, "There is no such path.");
  const allowed = found.allowed.join(", ");
  return new HttpError(405, `This path has ${allowed}.`, { headers: { Allow: allowed } });
}
