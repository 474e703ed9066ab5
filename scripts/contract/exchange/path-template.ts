// Path templates: which parameter stands where, and which concrete paths they match.

/** `/pools/{id}.json` taken apart. Parameter names are positional: two templates that differ in names only are one path. */
export interface PathTemplate {
  readonly text: string;
  /** The template with its names taken out: `/pools/{}.json`. */
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

/** Whether a template has a query of its own, as `/users?type=a`. */
export function hasQuery({ literals }: PathTemplate): boolean {
  return literals.some((literal) => literal.includes("?"));
}

/** The query of a request without what its template writes there itself: `a=1` of `?type=a&a=1` under `/users?type=a`. */
export function ownQuery({ text }: PathTemplate, query: string): string {
  const at = text.indexOf("?");
  if (at < 0) return query;
  const written = text.slice(at + 1).split("&").length;
  return query.split("&").slice(written).join("&");
}

/** The concrete path for values that are encoded already. */
export function fillPath(template: PathTemplate, values: readonly string[]): string {
  return template.literals.map((literal, index) => literal + (values[index] ?? "")).join("");
}
