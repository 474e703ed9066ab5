// Methods of packaged resources. An operation is encoded as one line of text, so that packages of a thousand
// operations stay small.
import type { Caller } from "./caller.ts";
import { isRecord } from "./is-record.ts";
import type { Arguments, NextLink, Operation, WaitLink } from "./operation.ts";

/** Properties of an operation that its line lacks or that override it. */
export interface Details extends Partial<Operation> {
  readonly next?: NextLink;
  readonly wait?: WaitLink;
}

/**
 * Format of a line, `POST qb 201 /pools/{id}`: method; `q` for query parameters, `b` for a body; status of
 * the response; path.
 */
const line = /^(\S+) (?:([qb]+) )?(?:(\d+) )?(.*)$/;

/**
 * Parses a line. Body and response are JSON (a 204 is empty), and the status is 200, unless the line or the
 * details say otherwise.
 */
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

/** Calls an operation with the arguments of its method: the path values, the body, the query, the options. */
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
  if (next) return caller.list(operation, next, args, options);
  return wait ? caller.start(operation, wait, args, options) : caller.call(operation, args, options);
}

/** Waits for an operation's work, with the arguments of its method: the path values, the options. */
export function waitWith(caller: Caller, link: WaitLink, values: readonly unknown[]): unknown {
  const count = link.path.length;
  return caller.wait(link, values.slice(0, count), objectOf(values[count]));
}

/** Returns the value if it is an object; null counts as absent. */
function objectOf(value: unknown): object | undefined {
  return isRecord(value) ? value : undefined;
}
