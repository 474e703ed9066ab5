// Lists: a promise of the first page that can be walked item by item or page by page.
import { attach } from "../attach.ts";
import { type Answer, ApiPromise } from "../api-promise.ts";
import { type CallSite, UnexpectedResponseError } from "../response/errors.ts";
import { isRecord } from "../is-record.ts";
import { linkValue, member } from "../response/link-value.ts";
import type { Arguments, NextLink, PageStep } from "../operation.ts";

/** What a page can do beside holding the answer's own fields. */
export interface PageControls<Body, Item> extends AsyncIterable<Item> {
  /** What this page lists. */
  readonly items: readonly Item[];
  /** Whether the answer leads on to another page. */
  readonly hasNext: boolean;
  /** What the next page is asked for with; kept, and given to the method again, it goes on with the list. Undefined on the last page. */
  readonly following: FollowingPage | undefined;
  /** Fetches the page after this one; undefined on the last. */
  next(): Promise<Page<Body, Item> | undefined>;
}

/** The query, and the body where the operation has one, of a page. */
export interface FollowingPage {
  // Of no type, so that each operation takes its own.
  readonly query?: Readonly<Record<string, never>>;
  readonly body?: never;
}

/** One page: the answer's fields, unchangeable, and what leads on. Iterating over it goes on through all later pages. */
export type Page<Body, Item> = (Body extends readonly unknown[]
  ? Readonly<Body>
  : Readonly<Omit<Body, keyof PageControls<Body, Item>>>) &
  PageControls<Body, Item>;

/**
 * A list that nothing is fetched of before it is awaited or walked.
 *
 * @example for await (const pool of client.senderPools.list()) console.log(pool.name);
 */
export class Pages<Body, Item, Header extends string = string>
  extends ApiPromise<Page<Body, Item>, Header>
  implements AsyncIterable<Item>
{
  /** Page by page, from the first on. */
  async *pages(): AsyncGenerator<Page<Body, Item>, void, undefined> {
    let page: Page<Body, Item> | undefined = await this;
    for (; page; page = await page.next()) yield page;
  }

  /** Item by item, through all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this;
  }
}

/** A list operation. */
export interface ListCall {
  readonly link: NextLink;
  readonly site: CallSite;
  fetch(args: Arguments): Promise<Answer<unknown>>;
}

/**
 * The answer to a list operation, its data a page.
 *
 * @param mark  where the walk was some steps ago: coming back to it is going round in circles (R. P. Brent, 1980)
 */
export async function pageOf<Body, Item>(
  list: ListCall,
  args: Arguments,
  mark = "",
  steps = 1,
): Promise<Answer<Page<Body, Item>>> {
  const answer = await list.fetch(args);
  const { data } = answer;
  const { link } = list;
  const refused = (problem: string): Error =>
    new UnexpectedResponseError(list.site, problem, answer.response);
  const items = member(data, link.items);
  if (!isRecord(data) || !Array.isArray(items)) throw refused("no list of items");
  const after = link.step ? link.step(answer, args, items) : nextQuery(link, answer, args);
  const controls: PageControls<Body, Item> = {
    items: items as Item[],
    hasNext: !!after,
    following: after?.[0] as FollowingPage | undefined,
    async next() {
      if (!after) return undefined;
      const [args, token] = after;
      if (token === mark) throw refused("pages go round in circles");
      // Steps that are a power of two leave a mark: the longer the walk, the longer the circle that is found.
      return (await pageOf<Body, Item>(list, args, steps & (steps - 1) ? mark : token, steps + 1)).data;
    },
    async *[Symbol.asyncIterator]() {
      let page: PageControls<Body, Item> | undefined = controls;
      // Not as a whole: a list that is the whole body is walked as its pages are.
      for (; page; page = await page.next()) for (const item of page.items) yield item;
    },
  };
  const page = Object.freeze(attach(data, controls));
  Object.freeze(items);
  return { ...answer, data: page as unknown as Page<Body, Item> };
}

/** The step that takes values of the answer for query parameters; undefined when the link gives nothing. */
function nextQuery({ query }: NextLink, answer: Answer<unknown>, args: Arguments): ReturnType<PageStep> {
  const entries = Object.entries(query ?? {}).map(([name, value]) => [name, linkValue(value, answer) ?? ""]);
  if (entries.some(([, value]) => value === "")) return undefined;
  const next = Object.fromEntries(entries) as object;
  return [{ ...args, query: { ...args.query, ...next } }, JSON.stringify(next)];
}
