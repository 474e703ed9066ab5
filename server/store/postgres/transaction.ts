// One transaction on one connection; its statements are pipelined, that is, sent without waiting for each
// other's results.
import type { PoolClient } from "pg";
import type { SqlValue, Statement } from "./connections.ts";

/**
 * A transaction. `begin()` and the statements after it may be pipelined: the server runs them in order, and
 * after one that fails all others fail.
 */
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

  /**
   * Commits; resolves once everything is durable. If it rejects because no response came, the outcome is
   * unknown.
   */
  async commit(): Promise<void> {
    const { command } = await this.#client.query("COMMIT");
    this.#isOpen = false;
    // After a failed statement, the server responds to COMMIT with ROLLBACK and no error.
    if (command !== "COMMIT") throw new Error("The transaction was rolled back.");
  }

  /** Rolls back uncommitted changes; returns false if the connection is unusable. */
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
