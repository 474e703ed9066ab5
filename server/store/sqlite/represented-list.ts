// A list whose pages SQLite joins: one row for a page, and no object for an item.
import type { IdRange } from "../id-range.ts";
import type { RepresentedPage } from "../items.ts";
import type { Preparing, SqlStatement, SqlValue } from "./database.ts";

type PageRow = readonly [text: string | null, last: string | null, count: number];

/** A prepared select of pages. */
export class RepresentedList {
  readonly #page: SqlStatement<PageRow>;

  /**
   * @param rows  selects `id` and `representation` of the items of a page. ?1 is the account, ?2 and ?3 the ids between which the page lies,
   *   ?4 how many items it may have; what the list filters by follows.
   */
  constructor(database: Preparing, rows: string) {
    // They come in the order of the inner select: a subquery with a limit is run as it is written.
    // https://www.sqlite.org/optoverview.html#subquery_flattening
    this.#page = database.prepare(`SELECT group_concat(representation), max(id), count(*) FROM (${rows})`);
  }

  /** @param filters  the parameters from ?5 on */
  page(
    account: number,
    { after, before }: IdRange,
    limit: number,
    ...filters: readonly SqlValue[]
  ): RepresentedPage {
    const [text, last, count] = this.#page.get(account, after, before, limit, ...filters)!;
    const more = count === limit && this.#page.get(account, last, before, 1, ...filters)![2] > 0;
    return { text: text ?? "", last, more };
  }
}
