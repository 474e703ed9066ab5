// Rows in memory, indexed by id and ordered by id. Appending is cheap, because new ids are the greatest.
import type { IdRange } from "../id-range.ts";
import type { StoredPage } from "../items.ts";

interface Slot<Row> {
  readonly id: string;
  /** Undefined once deleted: the slot remains until the next compaction. */
  row: Row | undefined;
}

/** Below this number of deleted slots, compaction costs more than it saves. */
const fewDeleted = 64;

/** A list query: at most `limit` matching rows in a range of ids. */
export interface RowsQuery<Row> {
  readonly range: IdRange;
  readonly limit: number;
  readonly matches?: ((row: Row) => boolean) | undefined;
}

/** Rows that can be looked up by id and listed in the order of ids. */
export class OrderedRows<Row extends { readonly id: string }> {
  readonly #byId = new Map<string, Slot<Row>>();
  #slots: Slot<Row>[] = [];

  get(id: string): Row | undefined {
    return this.#byId.get(id)?.row;
  }

  /** Adds a row, or replaces the row with its id. */
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

  /** Deletes a row; returns true if it existed. */
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

  /** Returns all rows in the order of their ids. */
  all(): Row[] {
    return this.#slots.flatMap(({ row }) => row ?? []);
  }

  /** Returns the first rows of a range, and whether there are more. */
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

  /** Returns the index of the first slot whose id sorts after the string. */
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
