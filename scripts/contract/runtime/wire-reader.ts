// Parses all parameters of an operation. This text becomes part of the generated `parameters.ts`.
import { parseCookies, parseHeaders } from "./wire-fields.ts";
import type { ParameterProblem, Values, WireParameter } from "./wire-parameter.ts";
import { parsePath } from "./wire-path.ts";
import { parseQuery } from "./wire-query.ts";

/**
 * Parses the parameters of one operation. Values are parsed, not validated: a text that fits none of the
 * types of its schema remains a string, which the validator rejects.
 */
export interface ParameterReader {
  /** @param raw  the query string without its `?` */
  query(raw: string, problems: ParameterProblem[]): Values;
  /** @param raw  the segments by name, still percent-encoded */
  path(raw: Readonly<Record<string, string>>, problems: ParameterProblem[]): Values;
  /** @param raw  the fields by lower-case name, as Node provides them; undeclared ones are ignored */
  headers(raw: Readonly<Record<string, string | string[] | undefined>>, problems: ParameterProblem[]): Values;
  /** @param raw  the `Cookie` field */
  cookies(raw: string | undefined, problems: ParameterProblem[]): Values;
}

/** The parameters of an operation by location. */
export interface WireParameters {
  readonly path?: readonly WireParameter[];
  readonly query?: readonly WireParameter[];
  readonly header?: readonly WireParameter[];
  readonly cookie?: readonly WireParameter[];
}

export function readerOf({
  path = [],
  query = [],
  header = [],
  cookie = [],
}: WireParameters): ParameterReader {
  return {
    query: (raw, problems) => parseQuery(query, raw, problems),
    path: (raw, problems) => parsePath(path, raw, problems),
    headers: (raw, problems) => parseHeaders(header, raw, problems),
    cookies: (raw, problems) => parseCookies(cookie, raw, problems),
  };
}
