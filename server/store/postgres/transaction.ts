// One transaction on one connection, its statements sent without waiting for each other's answers.
import type { PoolClient } from "pg";
import type { SqlValue, Statement } from "./connections.ts";

/** A transaction. `begin()` and what follows may be sent in one go: the server takes them in order, and all fail after one that fails. */
export class Transaction {
  readonly #client: PoolClient;
  #isOpen = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async begin(): Promise<void> {
    this.#isOpen = true;
    await this.#client.query("BEGIN");
  }

  async query<Row extends object>(statement: Statement, values: readonly SqlValue[]): Promise<Row[]> {
    const { rows } = await this.#client.query<Row>({ ...statement, values: [...values] });
    return rows;
  }

  /** Resolves when everything is durable. When it rejects for want of an answer, nobody knows. */
  async commit(): Promise<void> {
    const { command } = await this.#client.query("COMMIT");
    this.#isOpen = false;
    // A COMMIT after a failed statement is answered, without an error, by ROLLBACK.
    if (command !== "COMMIT") throw new Error("The transaction was rolled back.");
  }

  /** Rolls back what was not committed; false when the connection is of no more use. */
  async end(): Promise<boolean> {
    if (!this.#isOpen) return true;
    try {
      await this.#client.query("ROLLBACK");
      return true;
    } catch {
      return false;
    }
  }
}
