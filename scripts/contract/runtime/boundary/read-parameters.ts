// Reads the parameters of a request and collects their problems.
import { parameterProblems } from "../validation-problems.ts";
import type { RequestValidators, Validator } from "../validator-types.ts";
import type { ParameterProblem, Values } from "../wire-parameter.ts";
import type { ParameterReader } from "../wire-reader.ts";
import { decode } from "../wire-value.ts";
import { fieldText, type HeaderFields, type MessageHead, queryOf } from "./message-head.ts";
import type { RequestProblem } from "./problem.ts";

/** How the parameters of an operation are read. */
export interface ParameterRules {
  readonly reader: ParameterReader;
  /** The header fields that are parameters, in lower case. */
  readonly headerNames: readonly string[];
  /** Names of API keys in the query, which are credentials and not parameters. */
  readonly keys: readonly string[];
}

/** Parameter values by name, parsed but not validated. */
export interface ReadParameters {
  readonly path: Values;
  readonly query: Values;
  readonly headers: Values;
  readonly cookies: Values;
}

/** Returns the header fields among the parameters of an operation. */
export function headerNamesOf(
  parameters: readonly { readonly name: string; readonly in: string }[],
): string[] {
  return parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name.toLowerCase());
}

/**
 * Reads all parameters.
 *
 * `path`: the path parameters by name, still percent-encoded
 * `problems`: the list to which parsing problems are added
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
    // Joined lines would hide that a field is repeated; the separate lines are costly, so they are read only
    // if a header parameter is present.
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

/** Adds the errors that the validators find. */
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

/** For a parameter that could not be parsed, no validation errors are added. */
export function checkPart(
  place: ParameterProblem["in"],
  check: Validator | undefined,
  value: unknown,
  problems: RequestProblem[],
): void {
  if (check === undefined || check(value)) return;
  const reported = new Set(problems.map((problem) => `${problem.in} ${problem.name ?? ""}`));
  for (const problem of parameterProblems(place, check.errors ?? []))
    if (!reported.has(`${place} ${problem.name}`)) problems.push(problem);
}
