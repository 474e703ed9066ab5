// Which paths the server has, and the methods of each: for the errors of routing, where the router only knows that nothing matched.

/** A method of a path template, and what it stands for. */
export interface Route<Target> {
  readonly method: string;
  readonly path: string;
  readonly target: Target;
}

/** Finds paths among templates; a literal segment is preferred to a parameter (OpenAPI 3.1, Paths Object). */
export class PathTable<Target> {
  private readonly entries: { readonly template: readonly string[]; readonly methods: Map<string, Target> }[];

  constructor(routes: readonly Route<Target>[]) {
    const byPath = new Map<string, Map<string, Target>>();
    for (const { method, path, target } of routes) {
      const methods = byPath.get(path) ?? new Map<string, Target>();
      byPath.set(path, methods.set(method, target));
    }
    this.entries = [...byPath]
      .map(([path, methods]) => ({ template: path.split("/"), methods }))
      .sort((left, right) => parameterCount(left.template) - parameterCount(right.template));
  }

  /**
   * What each method of a path stands for; undefined when there is no such path.
   *
   * @param path as it was sent, percent-encoding and all, without the query
   */
  find(path: string): ReadonlyMap<string, Target> | undefined {
    const segments = path.split("/");
    return this.entries.find(({ template }) => matches(template, segments))?.methods;
  }
}

/** The text of each path parameter of a template, still percent-encoded, in a path that matches it. */
export function rawPathParameters(template: readonly string[], path: string): Record<string, string> {
  const segments = path.split("/");
  const raw: Record<string, string> = {};
  for (const [at, part] of template.entries()) {
    if (isParameter(part)) raw[part.slice(1, -1)] = segments[at] ?? "";
  }
  return raw;
}

function matches(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, at) => isParameter(part) || part === decoded(segments[at] ?? ""))
  );
}

/** A literal segment may be written with percent-encoding (RFC 3986, section 2.3). */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function isParameter(part: string): boolean {
  return part.startsWith("{") && part.endsWith("}");
}

function parameterCount(template: readonly string[]): number {
  return template.filter(isParameter).length;
}
