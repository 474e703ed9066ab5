// Properties of an operation's path and success response.
import { isJsonType } from "../boundary/media-type.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** Returns the status of an operation's success response, the first that is declared. */
export function successStatus({ responses }: Pick<StateOperation, "responses">): string {
  const known = successStatuses.get(responses);
  if (known !== undefined) return known;
  const status = Object.keys(responses).find((one) => one.startsWith("2")) ?? "default";
  successStatuses.set(responses, status);
  return status;
}

/** Whether an operation declares anything but errors. */
export function declaresSuccess(operation: Pick<StateOperation, "responses">): boolean {
  return successStatus(operation) in operation.responses || hasOther(operation);
}

function hasOther({ responses }: Pick<StateOperation, "responses">): boolean {
  return Object.keys(responses).some((status) => /^[13]/.test(status));
}

/** Cached, because it is read several times per exchange. */
const successStatuses = new WeakMap<object, string>();

/**
 * Returns the schema of an operation's success response, and its example; of JSON if there are several media
 * types.
 */
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

/**
 * Fills the parameters of a path template: the path of a collection, a list or a resource. An id of `own` is
 * used in place of the value of its parameter: copying the values costs more.
 */
export function filledPath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  own?: { readonly parameter: string; readonly id: unknown },
): string {
  if (!template.includes("{")) return template;
  const pieces = piecesOf(template);
  let path = pieces[0] ?? "";
  for (let at = 1; at < pieces.length; at += 2)
    path += encodeURIComponent(String(valueOf(pieces[at] ?? "", values, own))) + (pieces[at + 1] ?? "");
  return path;
}

function valueOf(
  name: string,
  values: Readonly<Record<string, unknown>>,
  own: { readonly parameter: string; readonly id: unknown } | undefined,
): unknown {
  return own?.parameter === name ? own.id : values[name];
}

/**
 * Returns literals and parameter names alternately. Cached, because parsing again costs as much as everything
 * else for a short path.
 */
function piecesOf(template: string): readonly string[] {
  const known = piecesOfTemplates.get(template);
  if (known !== undefined) return known;
  const pieces = template.split(/\{([^{}]+)\}/);
  if (piecesOfTemplates.size >= mostTemplates) piecesOfTemplates.clear();
  piecesOfTemplates.set(template, pieces);
  return pieces;
}

/**
 * For all documents of a process; the cache is bounded, so entries of documents that are no longer served are
 * evicted.
 */
const piecesOfTemplates = new Map<string, readonly string[]>();
const mostTemplates = 10_000;

/** Returns the names of a path's parameters. */
export function parametersOf(template: string): string[] {
  return Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}
