// Filters the operations of a comparison.
import { isObject, parsePointer, resolvePointer, toPointer } from "../../document/pointer.ts";
import type { CompareOptions } from "../comparison.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import { matchesPattern } from "../../cli/name-pattern.ts";

type Filters = Pick<CompareOptions, "operation" | "paths" | "tags">;

/** True if only some operations are compared, so that the result does not cover the whole document. */
export function isPartial({ operation, paths = [], tags = [] }: Filters): boolean {
  return operation !== undefined || paths.length > 0 || tags.length > 0;
}

/** Returns a predicate for the selected operations. */
export function operationFilter({ operation, paths = [], tags = [] }: Filters) {
  return ({ label, source }: ApiOperation): boolean =>
    [undefined, label, `${source.method} ${source.path}`].includes(operation) &&
    (paths.length === 0 || paths.some((pattern) => matchesPattern(pattern, source.path))) &&
    (tags.length === 0 || tagsOf(source.operation["tags"]).some((tag) => tags.includes(tag)));
}

/** Returns an API without its internal operations: for external users, they do not exist. */
export function withoutInternal(api: Api): Api {
  const { root } = api.document;
  const operations = api.operations.filter(({ source }) => {
    const item = resolvePointer(root, toPointer(parsePointer(source.pointer).slice(0, -1)));
    return ![source.operation, item].some((node) => isObject(node) && node["x-internal"] === true);
  });
  return { ...api, operations };
}

function tagsOf(tags: unknown): string[] {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}
