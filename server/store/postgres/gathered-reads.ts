// Combines concurrent reads by id into one query: a statement costs more than the row that it finds.
import type { Connections, Statement } from "./connections.ts";

interface Asked<Row> {
  readonly account: number;
  readonly id: string;
  readonly resolve: (row: Row | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Finds rows of one kind. If a query fails, all reads combined in it fail. */
export class GatheredReads<Row extends object> {
  readonly #connections: Pick<Connections, "query">;
  readonly #statement: Statement;
  #waiting: Asked<Row>[] = [];

  /**
   * @param statement  takes `place`, `account_key` and `id` of each read as JSON, and returns rows with their
   *   `place`
   */
  constructor(connections: Pick<Connections, "query">, statement: Statement) {
    this.#connections = connections;
    this.#statement = statement;
  }

  /** Returns a row of an account; undefined if it does not exist. */
  find(account: number, id: string): Promise<Row | undefined> {
    return new Promise((resolve, reject) => {
      // `setImmediate` runs after all requests that this turn of the event loop has read are queued.
      if (this.#waiting.push({ account, id, resolve, reject }) === 1) setImmediate(() => void this.#askAll());
    });
  }

  async #askAll(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = [];
    const keys = asked.map(({ account, id }, place) => ({ place, account_key: account, id }));
    try {
      const rows = await this.#connections.query<Row & { readonly place: number }>(this.#statement, [
        JSON.stringify(keys),
      ]);
      const found = new Map(rows.map((row) => [row.place, row]));
      for (const [place, { resolve }] of asked.entries()) resolve(found.get(place));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
