// From a request to what a handler is given, or to everything that is wrong with it. Becomes part of a `serve-operations.ts`.
import type { FastifyRequest } from "fastify";
import { type BodyRules, type Forms, readBody } from "./serve-body.ts";
import { fieldLines } from "./serve-credentials.ts";
import { type PlacedError, Refusal } from "./serve-refusal.ts";
import { bodyProblems, parameterProblems } from "./validation-problems.ts";
import type { RequestValidators, Validator } from "./validator-types.ts";
import type { ParameterProblem } from "./wire-parameter.ts";
import type { ParameterReader } from "./wire-reader.ts";
import { decode } from "./wire-value.ts";

/** What reads and checks the requests of an operation. */
export interface InputRules {
  readonly reader: ParameterReader;
  readonly requests: RequestValidators;
  readonly body: BodyRules | undefined;
  readonly forms: Forms;
  /** The names of keys in the query, which are credentials and no parameters. */
  readonly keys: readonly string[];
}

/** Reads a request. Throws the 400 that lists every problem. */
export async function readInput(
  { reader, requests, body: rules, forms, keys }: InputRules,
  request: FastifyRequest,
  path: Readonly<Record<string, string>>,
): Promise<object> {
  const found: ParameterProblem[] = [];
  const input = {
    path: reader.path(path, found),
    query: reader.query(queryOf(request.url, keys), found),
    headers: reader.headers(fieldLines(request), found),
    cookies: reader.cookies(request.headers.cookie, found),
  };
  const problems: PlacedError[] = [...found];
  checkParameters("path", requests.path, input.path, problems);
  checkParameters("query", requests.query, input.query, problems);
  checkParameters("header", requests.headers, input.headers, problems);
  checkParameters("cookie", requests.cookies, input.cookies, problems);
  const { body, plain, declared } = await readBody(rules, forms, request, problems);
  const check = declared === undefined ? undefined : requests.body?.[declared];
  if (check !== undefined && !check(plain)) problems.push(...bodyProblems(check.errors ?? []));
  if (problems.length > 0) {
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    throw new Refusal(400, `The request has ${count}.`, { errors: problems });
  }
  return { ...input, body, request };
}

/** Of a parameter that could not even be parsed, nothing more is said. */
function checkParameters(
  place: ParameterProblem["in"],
  check: Validator | undefined,
  value: unknown,
  problems: PlacedError[],
): void {
  if (check === undefined || check(value)) return;
  const told = new Set(problems.map((problem) => `${problem.in} ${problem.name ?? ""}`));
  const more = parameterProblems(place, check.errors ?? []);
  problems.push(...more.filter(({ name }) => !told.has(`${place} ${name}`)));
}

function queryOf(url: string, keys: readonly string[]): string {
  const [, query = ""] = /\?([^#]*)/.exec(url) ?? [];
  if (keys.length === 0) return query;
  const isKey = (piece: string): boolean => keys.includes(decode(piece.replace(/=.*/, ""), () => undefined));
  return query
    .split("&")
    .filter((piece) => !isKey(piece))
    .join("&");
}
