// Lists: a promise of the first page that can be walked item by item or page by page.
import { attach } from "../attach.ts";
import { type Answer, ApiPromise } from "../api-promise.ts";
import { type CallSite, UnexpectedResponseError } from "../response/errors.ts";
import { isRecord } from "../is-record.ts";
import { linkValue, member } from "../response/link-value.ts";
import type { NextLink } from "../operation.ts";

/** What a page can do beside holding the answer's own fields. */
export interface PageControls<Body, Item> extends AsyncIterable<Item> {
  /** What this page lists. */
  readonly items: readonly Item[];
  /** Whether the answer leads on to another page. */
  readonly hasNext: boolean;
  /** Fetches the page after this one; undefined on the last. */
  next(): Promise<Page<Body, Item> | undefined>;
}

/** One page: the answer's fields, unchangeable, and what leads on. Iterating over it goes on through all later pages. */
export type Page<Body, Item> = Readonly<Omit<Body, keyof PageControls<Body, Item>>> &
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
    for (; page !== undefined; page = await page.next()) yield page;
  }

  /** Item by item, through all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this;
  }
}

/** Where a walk is. Every so often a page is marked; coming back to the mark is going round in circles (R. P. Brent, 1980). */
interface Walk {
  readonly mark: string;
  readonly steps: number;
}

/** A list operation, called with everything but what leads to another page. */
export interface ListCall {
  readonly link: NextLink;
  readonly site: CallSite;
  /** Fetches the first page, or the one that these query parameters name. */
  fetch(query: Readonly<Record<string, unknown>>): Promise<Answer<unknown>>;
}

/** The answer to a list operation, its data a page. */
export async function pageOf<Body, Item>(
  list: ListCall,
  query: Readonly<Record<string, unknown>> = {},
  walk: Walk = { mark: "", steps: 1 },
): Promise<Answer<Page<Body, Item>>> {
  const answer = await list.fetch(query);
  const { data } = answer;
  const refused = (problem: string): Error =>
    new UnexpectedResponseError(list.site, problem, answer.response);
  const items = member(data, list.link.items);
  if (!isRecord(data) || !Array.isArray(items)) throw refused("no list of items");
  const following = nextQuery(list.link, answer);
  const controls: PageControls<Body, Item> = {
    items: Object.freeze(items as Item[]),
    hasNext: following !== undefined,
    async next() {
      if (following === undefined) return undefined;
      const token = JSON.stringify(following);
      if (token === walk.mark) throw refused("pages go round in circles");
      return (await pageOf<Body, Item>(list, following, stepped(walk, token))).data;
    },
    async *[Symbol.asyncIterator]() {
      let page: PageControls<Body, Item> | undefined = controls;
      for (; page !== undefined; page = await page.next()) yield* page.items;
    },
  };
  return { ...answer, data: Object.freeze(attach(data, controls)) as Page<Body, Item> };
}

/** Steps that are a power of two leave a mark: the longer the walk, the longer the circle that is found. */
function stepped({ mark, steps }: Walk, token: string): Walk {
  return { mark: steps & (steps - 1) ? mark : token, steps: steps + 1 };
}

/** The query of the next page; undefined when the link gives nothing. */
function nextQuery(link: NextLink, answer: Answer<unknown>): Record<string, unknown> | undefined {
  const query = Object.entries(link.query).map(([name, value]) => [name, linkValue(value, answer)] as const);
  if (query.some(([, value]) => value === undefined || value === null || value === "")) return undefined;
  return Object.fromEntries(query);
}
