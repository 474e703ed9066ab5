// The runtime expressions of links (OpenAPI 3.1, section 4.8.20.3), as the generator has prepared them.
import type { Answer } from "../api-promise.ts";
import { isRecord } from "../is-record.ts";
import type { LinkValue } from "../operation.ts";

/** What an expression gives for an answer; undefined where it leads nowhere. */
export function linkValue(
  value: LinkValue,
  { data, response }: Answer<unknown>,
  path: readonly unknown[] = [],
): unknown {
  if (typeof value === "string") return response.headers.get(value) ?? undefined;
  if (typeof value === "number") return path[value];
  return member(data, value);
}

/** What is at a place in a body. */
export function member(data: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>(
    (node, key) => (isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    data,
  );
}
