// Rows in memory, by id and in the order of ids; adding at the end is cheap, because new ids are the greatest.
import type { IdRange } from "../id-range.ts";
import type { StoredPage } from "../items.ts";

interface Slot<Row> {
  readonly id: string;
  /** Undefined once deleted: the slot keeps its place until there is a reason to tidy up. */
  row: Row | undefined;
}

/** Below this many deleted slots, tidying up costs more than it brings. */
const fewDeleted = 64;

/** What to list: the rows in a range of ids that match, at most `limit`. */
export interface RowsQuery<Row> {
  readonly range: IdRange;
  readonly limit: number;
  readonly matches?: ((row: Row) => boolean) | undefined;
}

/** Rows that are found by id and listed in the order of ids. */
export class OrderedRows<Row extends { readonly id: string }> {
  readonly #byId = new Map<string, Slot<Row>>();
  #slots: Slot<Row>[] = [];

  get(id: string): Row | undefined {
    return this.#byId.get(id)?.row;
  }

  /** Adds a row, or puts it in the place of the one with its id. */
  set(row: Row): void {
    const known = this.#byId.get(row.id);
    if (known !== undefined) {
      known.row = row;
      return;
    }
    const slot: Slot<Row> = { id: row.id, row };
    this.#byId.set(row.id, slot);
    const last = this.#slots.at(-1);
    if (last === undefined || last.id < row.id) this.#slots.push(slot);
    else this.#slots.splice(this.#indexAfter(row.id), 0, slot);
  }

  /** Whether there was such a row. */
  delete(id: string): boolean {
    const slot = this.#byId.get(id);
    if (slot === undefined) return false;
    this.#byId.delete(id);
    slot.row = undefined;
    const deleted = this.#slots.length - this.#byId.size;
    if (deleted > fewDeleted && deleted > this.#byId.size) {
      this.#slots = this.#slots.filter(({ row }) => row !== undefined);
    }
    return true;
  }

  /** In the order of their ids. */
  all(): Row[] {
    return this.#slots.flatMap(({ row }) => row ?? []);
  }

  /** The first rows of a range, and whether there are more. */
  page({ range, limit, matches }: RowsQuery<Row>): StoredPage<Row> {
    const items: Row[] = [];
    for (let index = this.#indexAfter(range.after); index < this.#slots.length; index++) {
      const { id, row } = this.#slots[index]!;
      if (id >= range.before) break;
      if (row === undefined || matches?.(row) === false) continue;
      if (items.length === limit) return { items, more: true };
      items.push(row);
    }
    return { items, more: false };
  }

  /** The index of the first slot whose id sorts after this text. */
  #indexAfter(id: string): number {
    let low = 0;
    let high = this.#slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#slots[middle]!.id <= id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
