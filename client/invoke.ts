// The methods of packaged resources: an operation is one line of text there, so that a thousand of them stay small.
import type { Caller } from "./caller.ts";
import { isRecord } from "./is-record.ts";
import type { Arguments, NextLink, Operation, WaitLink } from "./operation.ts";

/** What a line does not say of an operation, or says otherwise. */
export interface Details extends Partial<Operation> {
  readonly next?: NextLink;
  readonly wait?: WaitLink;
}

/** `POST qb 201 /pools/{id}`: method; `q` for query parameters, `b` for a body; the answer's status; path. */
const line = /^(\S+) (?:([qb]+) )?(?:(\d+) )?(.*)$/;

/** The operation that a line describes: body and answer are JSON (a 204 is empty), the status 200, unless details say otherwise. */
export function operationOf(text: string, details?: Details): Operation {
  return read(text, details)[0];
}

function read(text: string, details?: Details): readonly [operation: Operation, flags: string] {
  const [, method = "", flags = "", status = "200", path = ""] = line.exec(text) ?? [];
  const json = "application/json";
  const body = flags.includes("b") ? json : "";
  const answers = { [status]: status === "204" ? "" : json };
  return [{ method, path, body, answers, ...details }, flags];
}

/** Calls an operation with what its method was called with: the path values, the body, the query, the options. */
export function invoke(
  caller: Caller,
  text: string,
  values: readonly unknown[],
  details: Details = {},
): unknown {
  const [operation, flags] = read(text, details);
  let last = operation.path.split("{").length - 1;
  const args: Arguments = {
    path: values.slice(0, last),
    body: flags.includes("b") ? values[last++] : undefined,
    query: flags.includes("q") ? objectOf(values[last++]) : undefined,
  };
  const options = objectOf(values[last]);
  const { next, wait } = details;
  if (next !== undefined) return caller.list(operation, next, args, options);
  return wait === undefined
    ? caller.call(operation, args, options)
    : caller.start(operation, wait, args, options);
}

/** Waits for what an operation tells of, with what the method was called with: the path values, the options. */
export function waitWith(caller: Caller, link: WaitLink, values: readonly unknown[]): unknown {
  const count = link.path.length;
  return caller.wait(link, values.slice(0, count), objectOf(values[count]));
}

/** Null is taken for what nobody gave. */
function objectOf(value: unknown): object | undefined {
  return isRecord(value) ? value : undefined;
}
