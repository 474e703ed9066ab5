// Ways from one page to the next that no values of a response name alone; only documents that have some carry this.
import { isRecord } from "../is-record.ts";
import type { Arguments, LinkValue, PageStep } from "../operation.ts";
import { linkValue, member } from "../response/link-value.ts";

type Place = readonly string[];

/** A query parameter by its name, or a place in the body of the request. */
type Target = string | Place;

/** Whether the response says that there is no other page: `more` is false. */
interface End {
  readonly more?: Place | undefined;
}

/** A number in the request that grows: of items (`offset`), or of pages. */
export interface Counted extends End {
  readonly target: Target;
  readonly unit: "items" | "pages";
  /** The number of the first page, or item. Default: 1 of pages, 0 of items. */
  readonly first?: number;
  /** Where the response says how many there are of these in all. */
  readonly total?: Place | undefined;
}

/**
 * Counts on until a page is empty, unless the response says earlier that it is the last. That items are fewer than were asked for says
 * nothing: servers have limits of their own.
 */
export function counted({ target, unit, first, total, more }: Counted): PageStep {
  return ({ data }, sent, items) => {
    const start = first ?? (unit === "pages" ? 1 : 0);
    const given = Number(valueAt(sent, target) ?? start);
    const next = given + (unit === "pages" ? 1 : items.length);
    const all = total && member(data, total);
    if (items.length === 0 || isOver(data, more) || (typeof all === "number" && next - start >= all))
      return undefined;
    // Numbers always differ; a server that does not look at them gives the same items again.
    return [withValue(sent, target, next), JSON.stringify(items)];
  };
}

/** What the response has for the next page goes into the request: a token, or a number. */
export function tokenIn(target: Target, next: LinkValue, { more }: End = {}): PageStep {
  return (answer, sent) => {
    const value = linkValue(next, answer);
    if (value === undefined || value === null || value === "" || isOver(answer.data, more)) return undefined;
    return [withValue(sent, target, value), JSON.stringify(value)];
  };
}

/** The last item names the next page, as by its id. */
export function lastItem(target: Target, id: Place, { more }: End = {}): PageStep {
  return ({ data }, sent, items) => {
    const value = member(items.at(-1), id);
    if (value === undefined || value === null || isOver(data, more)) return undefined;
    return [withValue(sent, target, value), JSON.stringify(value)];
  };
}

/**
 * The response has the URL of the next page: in its body, or in a header field, which may be `Link` (RFC 8288). Only the query is taken from
 * it: credentials go where the document says, and nowhere else.
 */
export function nextUrl(next: LinkValue): PageStep {
  return (answer, { query, ...sent }) => {
    const value = linkValue(next, answer);
    const url = typeof next === "string" && typeof value === "string" ? linked(value) : value;
    if (typeof url !== "string" || url === "") return undefined;
    const found: Record<string, unknown> = { ...query };
    const { searchParams } = new URL(url, "http://x");
    for (const name of new Set(searchParams.keys())) {
      const texts = searchParams.getAll(name);
      // The members of an object (`filter[a]`) are in the query already.
      if (!(name.replace(/\[.*/, "") in found) || name in found)
        found[name] = texts.length > 1 ? texts : texts[0];
    }
    return [{ ...sent, query: found }, url];
  };
}

/** The target of `rel="next"`; of a field that is no list of links, its text. */
function linked(field: string): string | undefined {
  if (!field.startsWith("<")) return field;
  for (const [, url, parameters = ""] of field.matchAll(
    /<([^>]*)>((?:\s*;\s*[^",;]+(?:"(?:[^"\\]|\\.)*")?)*)/g,
  ))
    if (/;\s*rel\s*=\s*("([^"]*\s)?next(\s[^"]*)?"|next\s*(;|$))/i.test(parameters)) return url;
  return undefined;
}

function isOver(data: unknown, more: Place | undefined): boolean {
  return more !== undefined && member(data, more) === false;
}

function valueAt({ query, body }: Arguments, target: Target): unknown {
  return typeof target === "string" ? member(query, [target]) : member(body, target);
}

function withValue(sent: Arguments, target: Target, value: unknown): Arguments {
  if (typeof target === "string") return { ...sent, query: { ...sent.query, [target]: value } };
  return { ...sent, body: withMember(sent.body, target, value) };
}

function withMember(node: unknown, [key = "", ...rest]: Place, value: unknown): object {
  const own = isRecord(node) ? node : {};
  return { ...own, [key]: rest.length === 0 ? value : withMember(own[key], rest, value) };
}
