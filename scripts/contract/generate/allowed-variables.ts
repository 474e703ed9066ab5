// Environment variables that a generated client may read. The person who generates the client decides:
// variables that a document names count only if they begin with a prefix that this person chose, or are
// allowed one by one.
import type { CommandOption } from "../cli/command.ts";
import { variablesAt } from "../document/check-variables.ts";
import type { JsonObject, OpenApiDocument, SourceLocation } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { replaceNodes } from "../document/replace-nodes.ts";
import { walkDocument } from "../document/walk.ts";

export const variableOptions = {
  env: {
    type: "string",
    multiple: true,
    value: "names",
    summary: "Variables of the environment that the document may name, such as POOLS_TOKEN or POOLS_*.",
  },
} satisfies Readonly<Record<string, CommandOption>>;

/** A variable that a document names and that is not allowed. */
export interface RejectedVariable {
  readonly name: string;
  readonly place: SourceLocation;
}

/**
 * Returns the document without the variables that are not allowed.
 *
 * @param allowed  names, and prefixes followed by `*`
 */
export function withAllowedVariables(
  document: OpenApiDocument,
  allowed: readonly string[],
): { readonly document: OpenApiDocument; readonly refused: readonly RejectedVariable[] } {
  const refused: RejectedVariable[] = [];
  const replaced = new Map<JsonObject, JsonObject>();
  walkDocument(document.root, (visit) => {
    for (const { pointer, name } of variablesAt(visit)) {
      if (typeof name !== "string" || allowed.some((one) => matches(one, name))) continue;
      refused.push({ name, place: document.locate(pointer) });
      if (isObject(visit.node)) replaced.set(visit.node, withoutVariable(visit.node, replaced, name));
    }
  });
  if (refused.length === 0) return { document, refused };
  return {
    document: { ...document, root: replaceNodes(document.root, (node) => replaced.get(node)) },
    refused,
  };
}

/** Parses `--env A,B --env C*`: allows A, B, and every name that begins with C. */
export function variablesOf(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(",")).flatMap((value) => value.trim() || []);
}

/**
 * Returns the prefixes of a package or class name: `POOLS_*`, `TEAM_POOLS_*` for `@team/pools`; `POOLS_*` for
 * `PoolsClient`.
 */
export function ownVariables(...names: readonly (string | undefined)[]): string[] {
  const words = names.flatMap((name) => (name === undefined ? [] : [name, name.replace(/^@.*\//, "")]));
  return words.flatMap((name) => {
    const shorter = name.replace(/(?<=.)[-_.]?(client|api|sdk)$/i, "");
    return [...new Set([name, shorter])].map((one) => `${prefixOf(one)}*`);
  });
}

function prefixOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").split(/[^A-Za-z0-9]+/);
  return `${words
    .filter((word) => word !== "")
    .join("_")
    .toUpperCase()}_`;
}

function matches(allowed: string, name: string): boolean {
  return allowed.endsWith("*") ? name.startsWith(allowed.slice(0, -1)) : name === allowed;
}

function withoutVariable(
  node: JsonObject,
  replaced: ReadonlyMap<JsonObject, JsonObject>,
  name: string,
): JsonObject {
  const known = replaced.get(node) ?? node;
  const sdk = isObject(known["x-sdk"]) ? known["x-sdk"] : {};
  const parts = Object.entries(sdk).map(([part, settings]) => {
    if (!isObject(settings) || settings["env"] !== name) return [part, settings];
    return [part, Object.fromEntries(Object.entries(settings).filter(([key]) => key !== "env"))];
  });
  return { ...known, "x-sdk": Object.fromEntries(parts) as JsonObject };
}
