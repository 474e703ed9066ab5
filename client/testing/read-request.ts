// Reads a request as a server would, and says everything that is wrong with it.
import { readJson } from "../../generated/boundary.ts";
import { bodyProblems, parameterProblems } from "../../generated/validation-problems.ts";
import type { Validator } from "../../generated/validators.js";
import { isRecord } from "../is-record.ts";
import { essence, isJson, mediaType } from "../response/media-type.ts";
import type { RequestProblem } from "../validate.ts";
import type { Contract, ContractOperation } from "./contract.ts";
import type { Found } from "./find-operation.ts";
import { getOwn, setOwn } from "./own-property.ts";

/** A request as the operation sees it. */
export interface ReadRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly problems: readonly RequestProblem[];
}

/**
 * @param query  as sent, without the question mark
 * @param body  undefined when none was sent
 */
export async function readRequest(
  contract: Contract,
  operation: ContractOperation,
  { rawPath }: Found,
  {
    query,
    headers,
    body,
  }: { readonly query: string; readonly headers: Headers; readonly body: Response | undefined },
): Promise<ReadRequest> {
  const { operationId } = operation;
  const readers = getOwn(contract.parameters, operationId);
  const validators = getOwn(contract.requests, operationId) ?? {};
  const unreadable: Parameters<NonNullable<typeof readers>["query"]>[1] = [];
  const read = {
    path: recordOf(readers?.path(rawPath, unreadable)),
    query: recordOf(readers?.query(query, unreadable)),
    headers: recordOf(readers?.headers(Object.fromEntries(headers), unreadable)),
    body: undefined as unknown,
  };
  const problems: RequestProblem[] = [...unreadable];
  for (const [place, part, values] of [
    ["path", validators.path, read.path],
    ["query", validators.query, read.query],
    ["header", validators.headers, read.headers],
  ] as const) {
    if (part !== undefined && !part(values))
      for (const problem of parameterProblems(place, part.errors ?? [])) problems.push(problem);
  }
  if (body !== undefined) read.body = await readBody(body, validators.body ?? {}, problems);
  else if (operation.body?.required === true)
    problems.push({ in: "body", pointer: "", detail: "must be sent" });
  return { ...read, problems };
}

/** The media type of a body, without its parameters. */
export function sentType(headers: Headers): string {
  return mediaType(headers);
}

async function readBody(
  body: Response,
  validators: Readonly<Record<string, Validator>>,
  problems: RequestProblem[],
): Promise<unknown> {
  const type = sentType(body.headers);
  if (isForm(type)) return readForm(body, problems);
  if (!isJson(type)) return type.startsWith("text/") ? body.text() : body.blob();
  const reading = readJson(await body.text(), jsonLimits);
  for (const problem of reading.problems) problems.push({ in: "body", ...problem });
  if (!reading.wellFormed) return undefined;
  const { value } = reading;
  const [, validator] = Object.entries(validators).find(([declared]) => essence(declared) === type) ?? [];
  if (validator !== undefined && !validator(value))
    for (const problem of bodyProblems(validator.errors ?? [])) problems.push(problem);
  return value;
}

/** Those of servers that keep to the document. */
const jsonLimits = { depth: 32, problems: 100 };

function isForm(type: string): boolean {
  return type === "multipart/form-data" || type === "application/x-www-form-urlencoded";
}

/** The fields of a form as they were sent: texts and files, several of a name as a list. Their values are not checked. */
async function readForm(body: Response, problems: RequestProblem[]): Promise<unknown> {
  const fields: Record<string, unknown> = {};
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for servers, whose bodies are longer
    const form = await body.formData();
    for (const name of new Set(form.keys())) {
      const values = form.getAll(name);
      setOwn(fields, name, values.length === 1 ? values[0] : values);
    }
  } catch {
    problems.push({ in: "body", pointer: "", detail: "must be a form" });
  }
  return fields;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
