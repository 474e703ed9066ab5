// Reads by id that come in the same moment go to the database together: a statement costs more than the row it finds.
import type { Connections, Statement } from "./connections.ts";

interface Asked<Row> {
  readonly account: number;
  readonly id: string;
  readonly resolve: (row: Row | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Finds rows of one kind. What fails, fails for all that were asked for with it. */
export class GatheredReads<Row extends object> {
  readonly #connections: Pick<Connections, "query">;
  readonly #statement: Statement;
  #waiting: Asked<Row>[] = [];

  /** @param statement takes `place`, `account_key` and `id` of each as JSON, and gives rows with their `place` */
  constructor(connections: Pick<Connections, "query">, statement: Statement) {
    this.#connections = connections;
    this.#statement = statement;
  }

  /** The row of an account, or undefined. */
  find(account: number, id: string): Promise<Row | undefined> {
    return new Promise((resolve, reject) => {
      // The requests that this turn of the event loop has read are all in before setImmediate's turn comes.
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
