// Lists: a promise of the first page that can be iterated by item or by page.
import { attach } from "../attach.ts";
import { type CallResult, ApiPromise } from "../api-promise.ts";
import { type CallSite, UnexpectedResponseError } from "../response/errors.ts";
import { isRecord } from "../is-record.ts";
import { jsonText } from "../request/json-text.ts";
import { linkValue, member } from "../response/link-value.ts";
import type { Arguments, NextLink, PageStep } from "../operation.ts";

/** Members of a page in addition to the response's properties. */
export interface PageControls<Body, Item> extends AsyncIterable<Item> {
  /** The items of this page. */
  readonly items: readonly Item[];
  /** Whether there is another page. */
  readonly hasNext: boolean;
  /**
   * The arguments for the next page. They can be stored and passed to the method later to continue the list.
   * Undefined on the last page.
   */
  readonly following: FollowingPage | undefined;
  /** Fetches the next page; undefined on the last one. */
  next(): Promise<Page<Body, Item> | undefined>;
}

/** The query of a page, and its body if the operation has one. */
export interface FollowingPage {
  // Typed `never`, which is assignable to every operation's own type.
  readonly query?: Readonly<Record<string, never>>;
  readonly body?: never;
}

/**
 * One page: the response's properties, read-only, and access to the next one. Iterating over it continues
 * through all later pages.
 */
export type Page<Body, Item> = (Body extends readonly unknown[]
  ? Readonly<Body>
  : Readonly<Omit<Body, keyof PageControls<Body, Item>>>) &
  PageControls<Body, Item>;

/**
 * A list; nothing is fetched until it is awaited or iterated.
 *
 * @example for await (const pool of client.senderPools.list()) console.log(pool.name);
 */
export class Pages<Body, Item, Header extends string = string>
  extends ApiPromise<Page<Body, Item>, Header>
  implements AsyncIterable<Item>
{
  /** Iterates over pages, from the first. */
  async *pages(): AsyncGenerator<Page<Body, Item>, void, undefined> {
    for (let page: Page<Body, Item> | undefined = await this; page; page = await page.next()) yield page;
  }

  /** Iterates over the items of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this;
  }
}

/** A list operation. */
export interface ListCall {
  readonly link: NextLink;
  readonly site: CallSite;
  fetch(args: Arguments): Promise<CallResult<unknown>>;
}

/**
 * Fetches a page of a list operation.
 *
 * @param mark  the token of an earlier page: if it recurs, the pages form a cycle, which is detected without
 *   storing all tokens (R. P. Brent, 1980)
 * @param steps  the number of this page, from 1
 */
export async function pageOf<Body, Item>(
  list: ListCall,
  args: Arguments,
  mark = "",
  steps = 1,
): Promise<CallResult<Page<Body, Item>>> {
  const result = await list.fetch(args);
  const { data } = result;
  const { link } = list;
  const unexpected = (problem: string): Error =>
    new UnexpectedResponseError(list.site, problem, result.response);
  const items = member(data, link.items) ?? link.none;
  if (!isRecord(data) || !Array.isArray(items)) throw unexpected("no list of items");
  const nextStep = link.step ? link.step(result, args, items) : nextQuery(link, result, args);
  const controls: PageControls<Body, Item> = {
    items: items as Item[],
    hasNext: !!nextStep,
    following: nextStep?.[0] as FollowingPage | undefined,
    async next() {
      if (!nextStep) return undefined;
      const [args, token] = nextStep;
      if (token === mark) throw unexpected("pages repeat");
      // The mark moves at steps that are powers of two, so that longer lists allow the detection of longer
      // cycles.
      return (await pageOf<Body, Item>(list, args, steps & (steps - 1) ? mark : token, steps + 1)).data;
    },
    async *[Symbol.asyncIterator]() {
      // Iterates over `items`, as `yield*` of a page whose body is the list itself would recurse.
      for (let page: PageControls<Body, Item> | undefined = controls; page; page = await page.next())
        for (const item of page.items) yield item;
    },
  };
  const page = Object.freeze(attach(data, controls));
  Object.freeze(items);
  return { ...result, data: page as unknown as Page<Body, Item> };
}

/**
 * Returns the step that copies values of the response to query parameters; undefined if the link yields no
 * values.
 */
function nextQuery({ query }: NextLink, result: CallResult<unknown>, args: Arguments): ReturnType<PageStep> {
  const entries = Object.entries(query ?? {}).map(([name, value]) => [name, linkValue(value, result) ?? ""]);
  if (entries.some(([, value]) => value === "")) return undefined;
  const next = Object.fromEntries(entries) as object;
  return [{ ...args, query: { ...args.query, ...next } }, jsonText(next)];
}
