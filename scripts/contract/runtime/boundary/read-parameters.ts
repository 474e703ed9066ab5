// The parameters of a request: read, and everything that is wrong with them.
import { parameterProblems } from "../validation-problems.ts";
import type { RequestValidators, Validator } from "../validator-types.ts";
import type { ParameterProblem, Values } from "../wire-parameter.ts";
import type { ParameterReader } from "../wire-reader.ts";
import { decode } from "../wire-value.ts";
import { fieldText, type HeaderFields, type MessageHead, queryOf } from "./message-head.ts";
import type { RequestProblem } from "./problem.ts";

/** What reads the parameters of an operation. */
export interface ParameterRules {
  readonly reader: ParameterReader;
  /** The header fields that are parameters, in lower case. */
  readonly headerNames: readonly string[];
  /** The names of keys in the query, which are credentials and no parameters. */
  readonly keys: readonly string[];
}

/** Values by name, parsed and not validated. */
export interface ReadParameters {
  readonly path: Values;
  readonly query: Values;
  readonly headers: Values;
  readonly cookies: Values;
}

/** The header fields among the parameters of an operation. */
export function headerNamesOf(
  parameters: readonly { readonly name: string; readonly in: string }[],
): string[] {
  return parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name.toLowerCase());
}

/**
 * Reads all parameters.
 *
 * @param path  the path's values by name, still percent-encoded
 * @param problems  what cannot be read is added to them
 */
export function readParameters(
  { reader, headerNames, keys }: ParameterRules,
  head: MessageHead,
  path: Readonly<Record<string, string>>,
  problems: ParameterProblem[],
): ReadParameters {
  const { headers, target } = head;
  const query = queryOf(target);
  return {
    path: reader.path(path, problems),
    query: reader.query(keys.length === 0 ? query : withoutKeys(query, keys), problems),
    // Where lines are joined it would be hidden that a field is repeated; mostly there is nothing to look for.
    headers: reader.headers(
      headerNames.some((name) => headers[name] !== undefined) ? head.lines() : noFields,
      problems,
    ),
    cookies: reader.cookies(fieldText(headers, "cookie"), problems),
  };
}

const noFields: HeaderFields = {};

function withoutKeys(query: string, keys: readonly string[]): string {
  const isKey = (piece: string): boolean => keys.includes(decode(piece.replace(/=.*/, ""), () => undefined));
  return query
    .split("&")
    .filter((piece) => !isKey(piece))
    .join("&");
}

/** Adds what the validators find. */
export function checkParameters(
  { path, query, headers, cookies }: RequestValidators,
  values: ReadParameters,
  problems: RequestProblem[],
): void {
  checkPart("path", path, values.path, problems);
  checkPart("query", query, values.query, problems);
  checkPart("header", headers, values.headers, problems);
  checkPart("cookie", cookies, values.cookies, problems);
}

/** Of a parameter that could not even be parsed, nothing more is said. */
export function checkPart(
  place: ParameterProblem["in"],
  check: Validator | undefined,
  value: unknown,
  problems: RequestProblem[],
): void {
  if (check === undefined || check(value)) return;
  const told = new Set(problems.map((problem) => `${problem.in} ${problem.name ?? ""}`));
  for (const problem of parameterProblems(place, check.errors ?? []))
    if (!told.has(`${place} ${problem.name}`)) problems.push(problem);
}
