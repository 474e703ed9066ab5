// From a request on the wire to what its handler gets, or to everything that is wrong with it.
import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { readJson } from "../generated/boundary.ts";
import { type OperationId, operations } from "../generated/operations.ts";
import { type ParameterProblem, parameters } from "../generated/parameters.ts";
import { bodyProblems, parameterProblems } from "../generated/validation-problems.ts";
import type { Validator, Validators } from "../generated/validators.js";
import type { Input } from "./handler.ts";
import { countProblems, enoughProblems } from "./problem.ts";
import { type ProblemError, Refusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";

/** A body, whole. */
export interface ReceivedBody {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A request whose head and body have arrived. */
export interface ReceivedRequest {
  readonly accountId: string;
  readonly message: IncomingMessage;
  /** Path parameters by name, still percent-encoded. */
  readonly rawPath: Record<string, string>;
  /** Undefined when none came. */
  readonly body: ReceivedBody | undefined;
}

type Limits = Pick<Settings, "maxUrl" | "maxDepth">;

/** Reads the input of one operation. Throws the 400 that lists every problem. */
export type InputReader<Id extends OperationId> = (request: ReceivedRequest) => Input<Id>;

/** Makes the reader of an operation from its generated parsers and validators. */
export function createInputReader<Id extends OperationId>(
  operationId: Id,
  validators: Validators,
  options: { readonly bodyRequired: boolean; readonly limits: Limits },
): InputReader<Id> {
  const parse = parameters[operationId];
  const validate = validators.requests[operationId];
  const headerNames = headerNamesOf(operationId);
  const { limits } = options;
  return ({ accountId, message, rawPath, body }) => {
    const { url = "", headers } = message;
    if (url.length > limits.maxUrl) {
      throw new Refusal("invalid", { detail: `A URL may have ${limits.maxUrl} bytes.` });
    }
    const problems: ProblemError[] = [];
    const found: ParameterProblem[] = [];
    if (headers.host === undefined && message.httpVersion === "1.1") problems.push(missingHost);
    const end = url.indexOf("?");
    const input = {
      accountId,
      operationId,
      sentTo: end < 0 ? url : url.slice(0, end),
      path: parse.path(rawPath, found),
      query: parse.query(end < 0 ? "" : url.slice(end + 1), found),
      // Node joins the lines of a repeated field in `headers`, which would hide that it is one. It takes the lines apart again
      // when asked, all of them; mostly there is nothing to look for.
      headers: headerNames.some((name) => headers[name] !== undefined)
        ? parse.headers(message.headersDistinct, found)
        : parse.headers(noFields, found),
      body: undefined as unknown,
    };
    for (const problem of found) problems.push(toProblem(problem));
    check(validate.path, input.path, "path", problems);
    check(validate.query, input.query, "query", problems);
    check(validate.headers, input.headers, "header", problems);
    if (body !== undefined) input.body = readBody(body, validate.body, limits, problems);
    else if (options.bodyRequired) problems.push(missingBody);
    if (problems.length > 0) {
      throw new Refusal("invalid", { detail: countProblems(problems.length), errors: problems });
    }
    return input as Input<Id>; // The validators are made from the same schemas as the types.
  };
}

const noFields = {};

/** The header fields that are parameters of an operation, as Node spells their names. */
function headerNamesOf(operationId: OperationId): string[] {
  const {
    parameters: all,
  }: { readonly parameters: readonly { readonly name: string; readonly in: string }[] } =
    operations[operationId];
  return all.filter((parameter) => parameter.in === "header").map(({ name }) => name.toLowerCase());
}

/** RFC 9112, section 3.2. */
const missingHost: ProblemError = { in: "header", name: "Host", detail: "must be sent in HTTP/1.1" };
const missingBody: ProblemError = { in: "body", pointer: "", detail: "must be sent" };

function toProblem({ in: place, name, detail }: ParameterProblem): ProblemError {
  return { in: place === "cookie" ? "header" : place, name, detail };
}

/** Adds what a validator finds. Of a parameter that could not even be parsed, nothing more is said. */
function check(
  validator: Validator | undefined,
  value: unknown,
  place: "path" | "query" | "header",
  problems: ProblemError[],
): void {
  if (validator === undefined || validator(value)) return;
  const told = new Set(problems.flatMap((problem) => (problem.in === place ? [problem.name] : [])));
  for (const problem of parameterProblems(place, validator.errors ?? [])) {
    if (!told.has(problem.name)) problems.push(problem);
  }
}

function readBody(
  { mediaType, bytes }: ReceivedBody,
  validators: Record<string, Validator> | undefined,
  limits: Limits,
  problems: ProblemError[],
): unknown {
  if (!isUtf8(bytes)) {
    problems.push({ in: "body", pointer: "", detail: "must be UTF-8" });
    return undefined;
  }
  const reading = readJson(bytes.toString(), {
    depth: limits.maxDepth,
    problems: enoughProblems,
    nul: false,
  });
  for (const problem of reading.problems) problems.push({ in: "body", ...problem });
  if (!reading.wellFormed) return undefined;
  const validator = validators?.[mediaType];
  if (validator?.(reading.value) === false) problems.push(...bodyProblems(validator.errors ?? []));
  return reading.value;
}
