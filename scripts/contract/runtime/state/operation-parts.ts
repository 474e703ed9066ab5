// What an operation of the table says of its path and its success.
import { isJsonType } from "../boundary/media-type.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** The status of an operation's success, the first that is declared. */
export function successStatus({ responses }: Pick<StateOperation, "responses">): string {
  const known = successStatuses.get(responses);
  if (known !== undefined) return known;
  const status = Object.keys(responses).find((one) => one.startsWith("2")) ?? "default";
  successStatuses.set(responses, status);
  return status;
}

/** It is asked for in every exchange, several times. */
const successStatuses = new WeakMap<object, string>();

/** The schema of an operation's success, and its example: of JSON where there is a choice. */
export function successContent(
  operation: StateOperation,
  schemas: Schemas,
): Readonly<Record<string, unknown>> {
  return schemas.about(operation, successContentIn);
}

function successContentIn(schemas: Schemas, operation: StateOperation): Readonly<Record<string, unknown>> {
  const response = schemas.at(`${operation.pointer}/responses/${successStatus(operation)}`);
  const content = Object.entries(schemas.follow(response["content"]));
  return schemas.follow((content.find(([type]) => isJsonType(type)) ?? content[0])?.[1]);
}

/** A path template with the values of its parameters: the path of a collection, a list or a thing. */
export function filledPath(template: string, values: Readonly<Record<string, unknown>>): string {
  if (!template.includes("{")) return template;
  const pieces = piecesOf(template);
  let path = pieces[0] ?? "";
  for (let at = 1; at < pieces.length; at += 2)
    path += encodeURIComponent(String(values[pieces[at] ?? ""])) + (pieces[at + 1] ?? "");
  return path;
}

/** Text and names in turn. Looking for the names anew cost as much as all else of a short path. */
function piecesOf(template: string): readonly string[] {
  const known = piecesOfTemplates.get(template);
  if (known !== undefined) return known;
  const pieces = template.split(/\{([^{}]+)\}/);
  if (piecesOfTemplates.size >= mostTemplates) piecesOfTemplates.clear();
  piecesOfTemplates.set(template, pieces);
  return pieces;
}

/** Of all documents of a process; those of one that is not served any more give way. */
const piecesOfTemplates = new Map<string, readonly string[]>();
const mostTemplates = 10_000;

/** The names of a path's parameters. */
export function parametersOf(template: string): string[] {
  return Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}
