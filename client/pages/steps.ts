// How the next page is requested where it takes more than copying values of the response into query
// parameters: counters, tokens in the body, the last item's id, URLs. Bundled only for documents that use
// them.
//
// Each function creates a `PageStep`. It returns the arguments of the next call with a text that identifies
// the page: if the text repeats, the server returns the same page again.
import { isRecord } from "../is-record.ts";
import type { Arguments, LinkValue, PageStep } from "../operation.ts";
import { jsonText } from "../request/json-text.ts";
import { linkValue, member } from "../response/link-value.ts";

type PagePosition = readonly string[];

/** A query parameter's name, or a path in the body of the request. */
type Target = string | PagePosition;

/** Location of a flag in the response; false means that there is no next page. */
interface End {
  readonly more?: PagePosition | undefined;
}

/** A counter in the request: of items (`offset`), or of pages. */
export interface Counted extends End {
  readonly target: Target;
  readonly unit: "items" | "pages";
  /** Number of the first page, or item. Default: 1 for pages, 0 for items. */
  readonly first?: number;
  /** Location of the total number of pages or items in the response. */
  readonly total?: PagePosition | undefined;
}

/**
 * Increments the counter until a page is empty, unless the response marks an earlier one as the last. A page
 * with fewer items than requested does not end the list: servers have their own limits.
 */
export function counted({ target, unit, first, total, more }: Counted): PageStep {
  return ({ data }, sent, items) => {
    const start = first ?? (unit === "pages" ? 1 : 0);
    const given = Number(valueAt(sent, target) ?? start);
    const next = given + (unit === "pages" ? 1 : items.length);
    const all = total && member(data, total);
    if (items.length === 0 || isOver(data, more) || isReached(all, next - start)) return undefined;
    // The counter differs each time, so the items identify the page: a server that ignores the counter
    // returns the same ones again.
    return [withValue(sent, target, next), jsonText(items)];
  };
}

/** Copies a token or number of the response into the next request. */
export function tokenIn(target: Target, next: LinkValue, { more }: End = {}): PageStep {
  return (result, sent) => {
    const value = linkValue(next, result);
    if (value === undefined || value === null || value === "" || isOver(result.data, more)) return undefined;
    return [withValue(sent, target, value), jsonText(value)];
  };
}

/** The last item determines the next page, for example by its id. */
export function lastItem(target: Target, id: PagePosition, { more }: End = {}): PageStep {
  return ({ data }, sent, items) => {
    const value = member(items.at(-1), id);
    if (value === undefined || value === null || isOver(data, more)) return undefined;
    return [withValue(sent, target, value), jsonText(value)];
  };
}

/**
 * The response contains the URL of the next page, in its body or in a header field, which may be `Link` (RFC
 * 8288). Only its query is used: credentials are sent only to the servers of the document.
 */
export function nextUrl(next: LinkValue): PageStep {
  return (result, { query, ...sent }) => {
    const value = linkValue(next, result);
    const url = typeof next === "string" && typeof value === "string" ? linked(value) : value;
    if (typeof url !== "string" || url === "") return undefined;
    const found: Record<string, unknown> = { ...query };
    const { searchParams } = new URL(url, "http://x");
    for (const name of new Set(searchParams.keys())) {
      const texts = searchParams.getAll(name);
      // A parameter that is an object (`filter: { a: 1 }`) is in the query, as `filter[a]=1` is in the URL.
      if (!(name.replace(/\[.*/, "") in found) || name in found)
        found[name] = texts.length > 1 ? texts : texts[0];
    }
    return [{ ...sent, query: found }, url];
  };
}

/** Returns the target of `rel="next"`; the whole text of a field that is not a list of links. */
function linked(field: string): string | undefined {
  if (!field.startsWith("<")) return field;
  for (const [, url, parameters = ""] of field.matchAll(
    /<([^>]*)>((?:\s*;\s*[^",;]+(?:"(?:[^"\\]|\\.)*")?)*)/g,
  ))
    if (/;\s*rel\s*=\s*("([^"]*\s)?next(\s[^"]*)?"|next\s*(;|$))/i.test(parameters)) return url;
  return undefined;
}

/** Whether a counter has reached the total: a number, or, as 64-bit integers are read, a bigint or a text. */
function isReached(total: unknown, count: number): boolean {
  return total !== "" && ["number", "bigint", "string"].includes(typeof total) && count >= Number(total);
}

function isOver(data: unknown, more: PagePosition | undefined): boolean {
  return more !== undefined && member(data, more) === false;
}

function valueAt({ query, body }: Arguments, target: Target): unknown {
  return typeof target === "string" ? member(query, [target]) : member(body, target);
}

function withValue(sent: Arguments, target: Target, value: unknown): Arguments {
  if (typeof target === "string") return { ...sent, query: { ...sent.query, [target]: value } };
  return { ...sent, body: withMember(sent.body, target, value) };
}

function withMember(node: unknown, [key = "", ...rest]: PagePosition, value: unknown): object {
  const own = isRecord(node) ? node : {};
  return { ...own, [key]: rest.length === 0 ? value : withMember(own[key], rest, value) };
}
