// Pages of lists without a link to the next page in the document: cursors, offsets and page numbers.
import { foundAmong } from "./filters.ts";
import type { ListOf } from "./model.ts";
import { successContent } from "./operation-parts.ts";
import { factsOf, type PageFacts, withPageFacts } from "./page-facts.ts";
import { pageFields } from "./page-fields.ts";
import { bodyWith, mostItems, type Page, pageSizeOf } from "./page-parts.ts";
import { pageStyleOf } from "./page-style.ts";
import { type ListQuery, readToken, writeToken } from "./page-tokens.ts";
import type { Schemas } from "./schemas.ts";
import { sorted, sortingOf } from "./sorting.ts";
import type { Resource } from "./resources.ts";

/**
 * Returns a page of a list without a link to the next page in the document: the meaning of its parameters is
 * inferred from their names.
 */
export function pageByNames(
  schemas: Schemas,
  list: ListOf,
  {
    path,
    url,
    query,
    entries,
  }: {
    readonly path: string;
    readonly url: string;
    readonly query: ListQuery;
    readonly entries: readonly Resource[];
  },
): Page | { readonly wrong: string } {
  const style = schemas.about(list, pageStyleOf);
  const size = schemas.about(list, pageSizeOf);
  const { by, direction } = schemas.about(list, sortingOf);
  const apart = [style.cursor, style.offset, style.page, size.name, by, direction];
  const filters = Object.fromEntries(Object.entries(query).filter(([name]) => !apart.includes(name)));
  const found = sorted(schemas, list, foundAmong(entries, filters, schemas, list), query);
  const most = schemas.about(list, mostItems);
  const isPaged = style.cursor !== undefined || style.offset !== undefined || style.page !== undefined;
  // A list without parameters for pages is one page, as long as the document allows.
  const usual = isPaged || size.name !== "" ? size.usual : Math.max(1, found.length);
  const length = Math.min(Math.max(1, Number(query[size.name] ?? usual) || usual), most);
  const token = style.cursor === undefined ? undefined : query[style.cursor];
  let start = 0;
  if (style.cursor !== undefined && token !== undefined && token !== "") {
    const after = style.isId
      ? found.findIndex(({ id }) => id === tokenText(token)) + 1
      : (readToken(token, path)?.after ?? (found.findIndex(({ id }) => id === tokenText(token)) + 1 || -1));
    if (after < 0) return { wrong: style.cursor };
    start = after;
  } else if (style.offset !== undefined) start = Math.max(0, Number(query[style.offset] ?? 0) || 0);
  else if (style.page !== undefined)
    start = Math.max(0, Number(query[style.page] ?? style.firstPage) - style.firstPage) * length;
  const page = found.slice(start, start + length);
  const last = page.at(-1);
  const isMore = start + page.length < found.length && last !== undefined;
  const cursorOf = (at: number): string =>
    style.isId ? (found[at - 1]?.id ?? "") : writeToken(path, at, {});
  const queryAt = (at: number): string => {
    const next = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, String(one)]),
      ),
    );
    if (style.cursor !== undefined) next.set(style.cursor, cursorOf(at));
    else if (style.offset !== undefined) next.set(style.offset, String(at));
    else if (style.page !== undefined)
      next.set(style.page, String(Math.floor(at / length) + style.firstPage));
    return `${url}?${next.toString()}`;
  };
  const before = Math.max(0, start - length);
  const facts: PageFacts = {
    total: found.length,
    length: page.length,
    size: length,
    offset: start,
    page: Math.floor(start / length) + style.firstPage,
    next: isMore && isPaged ? queryAt(start + page.length) : undefined,
    previous: start > 0 && isPaged ? queryAt(before) : undefined,
    token: isMore && style.cursor !== undefined ? cursorOf(start + page.length) : undefined,
    first: page[0]?.id,
    last: last?.id,
    self: isPaged ? queryAt(start) : url,
  };
  const body = bodyWith(schemas, list, page);
  const { schema } = successContent(list.operation, schemas);
  const told = Array.isArray(body) ? body : withPageFacts(schemas, schema, body, facts);
  const fields = pageFields(schemas, list, factsOf(facts));
  return { body: told, fields: style.link ? { ...fields, ...linkField(facts) } : fields };
}

/** Returns the `Link` field (https://www.rfc-editor.org/rfc/rfc8288#section-3). */
function linkField({ next, previous }: PageFacts): Record<string, string> {
  const links = [
    ...(next === undefined ? [] : [`<${next}>; rel="next"`]),
    ...(previous === undefined ? [] : [`<${previous}>; rel="prev"`]),
  ];
  return links.length === 0 ? {} : { Link: links.join(", ") };
}

function tokenText(token: unknown): string {
  return typeof token === "string" ? token : JSON.stringify(token);
}
