// Path templates: the positions of their parameters, and the concrete paths that they match.

/**
 * A parsed path template such as `/pools/{id}.json`. Parameters are positional: two templates that differ
 * only in names are the same path.
 */
export interface PathTemplate {
  readonly text: string;
  /** The template without its names: `/pools/{}.json`. */
  readonly key: string;
  readonly names: readonly string[];
  /** Literal text before, between and after the parameters. */
  readonly literals: readonly string[];
}

export function pathTemplate(text: string): PathTemplate {
  const literals: string[] = [];
  const names: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    literals.push(text.slice(end, match.index));
    names.push(match[1] ?? "");
    end = match.index + match[0].length;
  }
  literals.push(text.slice(end));
  return { text, key: literals.join("{}"), names, literals };
}

/** Returns true if a template contains a query, as `/users?type=a`. */
export function hasQuery({ literals }: PathTemplate): boolean {
  return literals.some((literal) => literal.includes("?"));
}

/**
 * Returns the query of a request without the pairs that its template contains: `a=1` of `?type=a&a=1` under
 * `/users?type=a`.
 */
export function ownQuery({ text }: PathTemplate, query: string): string {
  const at = text.indexOf("?");
  if (at < 0) return query;
  const written = text.slice(at + 1).split("&").length;
  return query.split("&").slice(written).join("&");
}

/** Returns the concrete path for values that are already encoded. */
export function fillPath(template: PathTemplate, values: readonly string[]): string {
  return template.literals.map((literal, index) => literal + (values[index] ?? "")).join("");
}
