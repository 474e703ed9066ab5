// Combines concurrent reads of one kind into one query: a statement costs more than the row that it finds.
import type { Connections, Statement } from "./connections.ts";

/** Parameters of a read, by column of the statement's recordset. */
type Key = Readonly<Record<string, string | number | null>>;

interface PendingRead<Row> {
  readonly key: Key;
  readonly resolve: (row: Row | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Finds rows of one kind. If a query fails, all reads combined in it fail. */
export class GatheredReads<Row extends object> {
  readonly #connections: Pick<Connections, "query">;
  readonly #statement: Statement;
  readonly #most: number;
  #waiting: PendingRead<Row>[] = [];

  /**
   * @param statement  takes `place` and the key of each read as JSON, and returns rows with their `place`
   * @param most  maximum number of reads in one query
   */
  constructor(
    connections: Pick<Connections, "query">,
    statement: Statement,
    most: number = Number.POSITIVE_INFINITY,
  ) {
    this.#connections = connections;
    this.#statement = statement;
    this.#most = most;
  }

  /** Returns the row of a key; undefined if it does not exist. */
  find(key: Key): Promise<Row | undefined> {
    return new Promise((resolve, reject) => {
      // `setImmediate` runs after all requests that this turn of the event loop has read are queued.
      if (this.#waiting.push({ key, resolve, reject }) === 1) setImmediate(() => this.#requestAll());
    });
  }

  #requestAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < waiting.length; from += this.#most)
      void this.#read(waiting.slice(from, from + this.#most));
  }

  async #read(reads: readonly PendingRead<Row>[]): Promise<void> {
    const keys = reads.map(({ key }, place) => ({ place, ...key }));
    try {
      const rows = await this.#connections.query<Row & { readonly place: number }>(this.#statement, [
        JSON.stringify(keys),
      ]);
      const found = new Map(rows.map((row) => [row.place, row]));
      for (const [place, { resolve }] of reads.entries()) resolve(found.get(place));
    } catch (error) {
      for (const { reject } of reads) reject(error);
    }
  }
}
