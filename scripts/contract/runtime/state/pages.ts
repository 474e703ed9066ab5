// Filtered and paginated lists.
import { own, setOwn } from "../wire-value.ts";
import { foundAmong } from "./filters.ts";
import { type ListOf } from "./model.ts";
import { bodyPointer, linksOf } from "./links.ts";
import { bodyWith, type Page, pageSizeOf } from "./page-parts.ts";
import { type ListQuery, readToken, writeToken } from "./page-tokens.ts";
import { pageFields } from "./page-fields.ts";
import type { PageFactName } from "./page-names.ts";
import { pageByNames } from "./pages-by-names.ts";
import { recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { Resource } from "./resources.ts";

/** Returns a page, or the name of the parameter that is not a token of this list. */
export function pageOf(
  schemas: Schemas,
  list: ListOf,
  asked: {
    /** The path of the list, and its URL without a query. */
    readonly path: string;
    readonly url: string;
    readonly query: ListQuery;
    /** In the order of their creation. */
    readonly entries: readonly Resource[];
  },
): Page | { readonly wrong: string } {
  const { name: tokenName, expression } = schemas.about(list, pageToken) ?? {};
  if (tokenName === undefined) return pageByNames(schemas, list, asked);
  const { path, query, entries } = asked;
  const size = schemas.about(list, pageSizeOf);
  const { [tokenName]: token, [size.name]: wanted, ...given } = query;
  const place = token === undefined ? { after: 0, filters: given } : readToken(token, path);
  const other = Object.keys(given).some(
    (name) => String(given[name]) !== String(own(place?.filters ?? {}, name)),
  );
  if (place === undefined || other) return { wrong: tokenName };
  const found = foundAmong(entries, place.filters, schemas, list);
  const start = place.after === 0 ? 0 : found.findIndex(({ order }) => order > place.after);
  const page = start < 0 ? [] : found.slice(start, start + Number(wanted ?? size.usual));
  const last = page.at(-1);
  const following = last !== undefined && found.length > start + page.length ? last.order : undefined;
  const body = bodyWith(schemas, list, page);
  const tokenOf = (after: number): string => writeToken(path, after, place.filters);
  const pointer = bodyPointer(expression);
  if (pointer !== undefined && !Array.isArray(body))
    setNext(body, pointer, {
      next: following === undefined ? undefined : tokenOf(following),
      self: token ?? tokenOf(place.after),
    });
  const facts: Partial<Record<PageFactName, unknown>> = {
    total: found.length,
    next: following === undefined ? undefined : tokenOf(following),
  };
  return { body, fields: pageFields(schemas, list, (name) => facts[name]) };
}

/** Returns the parameter that the link to the next page fills, and the expression that fills it. */
export function pageTokenOf({
  operation,
}: ListOf): { readonly name: string; readonly expression: unknown } | undefined {
  const next = linksOf(operation).find(({ operationId }) => operationId === operation.operationId);
  const found = Object.entries(next?.parameters ?? {}).find(([, value]) => bodyPointer(value) !== undefined);
  return found && { name: found[0], expression: found[1] };
}

function pageToken(_: Schemas, list: ListOf): ReturnType<typeof pageTokenOf> {
  return pageTokenOf(list);
}

/** Inserts the token; at the end, null if the schema's minimal value has the property, otherwise nothing. */
function setNext(
  body: Record<string, unknown>,
  pointer: string,
  { next, self }: { readonly next: string | undefined; readonly self: unknown },
): void {
  const keys = pointer.slice(1).split("/");
  const last = keys.pop() ?? "";
  let node = body;
  for (const key of keys) {
    const below = recordOf(own(node, key));
    setOwn(node, key, below);
    node = below;
  }
  if (next !== undefined) setOwn(node, last, next);
  else if (Object.hasOwn(node, last)) setOwn(node, last, null);
  if (Object.hasOwn(node, "self")) node["self"] = self;
}
