// Evaluates the runtime expressions of links (OpenAPI 3.1, section 4.8.20.3), as prepared by the generator.
import type { CallResult } from "../api-promise.ts";
import { isRecord } from "../is-record.ts";
import type { LinkValue } from "../operation.ts";

/** Returns the value of an expression for a response; undefined if there is none. */
export function linkValue(
  value: LinkValue,
  { data, response }: CallResult<unknown>,
  path: readonly unknown[] = [],
): unknown {
  if (typeof value === "string") return response.headers.get(value) ?? undefined;
  if (typeof value === "number") return path[value];
  return member(data, value);
}

/** Returns the value at a path in a body. */
export function member(data: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>(
    (node, key) => (isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    data,
  );
}
