// Prints the types of error bodies by status.
import { type Code, emit, joinCode } from "../code.ts";
import { printString } from "../literal.ts";
import type { Plan, PlannedOperation, PlannedResponse } from "../plan.ts";
import { isJsonType } from "../../runtime/boundary/media-type.ts";
import type { ModelTypes } from "./model-types.ts";

/**
 * Ranges that an operation may declare for all errors without a status of their own (OpenAPI 3.1, section
 * 4.8.16).
 */
const ranges = ["4XX", "5XX"];

/** Returns the interface `Problems`: for every error status, the type of its JSON bodies in any operation. */
export function printProblems({ operations }: Plan, models: ModelTypes): Code {
  const named = operations.flatMap(({ responses }) => responses.map(({ status }) => status.toUpperCase()));
  const statuses = [...new Set(named.filter((status) => /^[45]\d\d$/.test(status)))].sort();
  const typesOf = (status: string): Set<Code> =>
    new Set(
      operations.flatMap((operation) => problemType(operation, responseTo(operation, status), models) ?? []),
    );
  const members = [...statuses, ...ranges].flatMap((status) => {
    const types = typesOf(status);
    return types.size === 0 ? [] : [emit`  ${printStatus(status)}: ${unionOf(types)};\n`];
  });
  const all = new Set([...statuses, ...ranges].flatMap((status) => [...typesOf(status)]));
  return emit`/** The problem document of each error status; that of a range applies where an operation does not name the status. */\nexport interface Problems {\n${members}}

/** The problem document of an error whose status is not declared. */\nexport type AnyProblem = ${unionOf(all)};\n`;
}

/** Returns the response that an operation declares for a status: exactly, by range, or as the default. */
function responseTo({ responses }: PlannedOperation, status: string): PlannedResponse | undefined {
  const names = [status, `${status.charAt(0)}XX`, "DEFAULT"];
  return names
    .map((name) => responses.find((one) => one.status.toUpperCase() === name))
    .find((one) => one !== undefined);
}

function problemType(
  { id }: PlannedOperation,
  response: PlannedResponse | undefined,
  models: ModelTypes,
): Code | undefined {
  const json = response?.content.find(({ mediaType }) => isJsonType(mediaType));
  if (response === undefined || json === undefined) return undefined;
  const status = printStatus(response.status);
  return (
    models.nameOf(json.schema, "Output") ??
    emit`Output<operations[${printString(id)}]["responses"][${status}]["content"][${printString(json.mediaType)}]>`
  );
}

/** Statuses are numbers, so that they can be used as keys by number. */
function printStatus(status: string): Code {
  return /^\d+$/.test(status) ? emit`${Number(status)}` : printString(status);
}

/**
 * A union of more types than users (and, in a large document, the compiler) can distinguish is replaced by a
 * general type.
 */
function unionOf(types: ReadonlySet<Code>): Code {
  return types.size === 0 || types.size > 8 ? emit`Record<string, unknown>` : joinCode(types, emit` | `);
}
