// A list whose pages are joined by SQLite: one row per page, without an object per item.
import type { IdRange } from "../id-range.ts";
import type { RepresentedPage } from "../items.ts";
import type { Preparing, SqlStatement, SqlValue } from "./database.ts";

type PageRow = readonly [text: string | null, last: string | null, count: number];

/** A prepared select of joined pages. */
export class RepresentedList {
  readonly #page: SqlStatement<PageRow>;

  /**
   * @param rows  selects `id` and `representation` of a page's items. Parameters: ?1 is the account, ?2 and
   *   ?3 are the exclusive bounds of the ids, ?4 is the page size; those of the filters follow.
   */
  constructor(database: Preparing, rows: string) {
    // Items are in the order of the inner select: a subquery with a limit is not flattened.
    // https://www.sqlite.org/optoverview.html#subquery_flattening
    this.#page = database.prepare(`SELECT group_concat(representation), max(id), count(*) FROM (${rows})`);
  }

  /**
   * Returns a page.
   *
   * `filters`: the parameters from ?5 on
   */
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
