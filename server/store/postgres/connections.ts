// A pool of PostgreSQL connections that replaces broken ones.
import { Pool, TypeOverrides, types } from "pg";
import type { PoolClient, PoolConfig } from "pg";
import { sessionSettings } from "./session.ts";
import type { ConnectionLimits, ConnectionUse } from "./session.ts";
import { Transaction } from "./transaction.ts";

/** A prepared statement; `name` identifies it on a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Parameter values as `pg` takes them; structured values are passed as JSON text. */
export type SqlValue = string | number | null | Uint8Array;

/**
 * Milliseconds that the client waits beyond the server's timeout, whose error is more specific; only a dead
 * connection reaches this limit.
 */
const responseGrace = 1_000;

/** Milliseconds after which an idle connection is closed. */
const idleTimeout = 30_000;

/** Parses `bigint` columns as numbers: they hold milliseconds and counts, which are safe integers. */
export const columnTypes = new TypeOverrides();
columnTypes.setTypeParser(types.builtins.INT8, Number);

/** A pool of connections; a broken one is replaced when the next is needed. */
export class Connections {
  readonly #pool: Pool;

  /** @param size  maximum number of connections */
  constructor(url: string, use: ConnectionUse, size: number, limits: ConnectionLimits) {
    this.#pool = new Pool({ ...poolConfig(use, limits), connectionString: url, max: size });
    // The pool has already removed an idle connection that breaks.
    this.#pool.on("error", ignore);
    // If a connection breaks between two statements of a transaction, the next statement fails.
    this.#pool.on("connect", (client) => client.on("error", ignore));
  }

  /** Runs one statement as its own transaction. Errors are `pg`'s own. */
  async query<Row extends object>(statement: Statement, values: readonly SqlValue[]): Promise<Row[]> {
    const { rows } = await this.#pool.query<Row>({ ...statement, values: [...values] });
    return rows;
  }

  /** Runs a transaction; it is rolled back unless `work` calls `commit()`. Errors are `pg`'s own. */
  async transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    const transaction = new Transaction(client);
    try {
      const result = await work(transaction);
      await release(client, transaction);
      return result;
    } catch (error) {
      await release(client, transaction, true);
      throw error;
    }
  }

  /** Closes the connections once none is in use. */
  close(): Promise<void> {
    return this.#pool.end();
  }
}

function poolConfig(use: ConnectionUse, limits: ConnectionLimits): PoolConfig {
  return {
    pipeline: true,
    keepAlive: true,
    application_name: "sender-pools",
    connectionTimeoutMillis: limits.connectTimeout,
    query_timeout: limits.statementTimeout + responseGrace,
    idleTimeoutMillis: idleTimeout,
    // A connection over a dead network is never closed and must not keep the process alive.
    allowExitOnIdle: true,
    types: columnTypes,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- typed as void, but pg-pool waits for the promise
    onConnect: async (client) => {
      await client.query(sessionSettings(use, limits));
    },
  };
}

/**
 * Returns a connection to the pool, or discards it after a failure: it is then uncertain which of its
 * statements are prepared.
 */
async function release(client: PoolClient, transaction: Transaction, failed = false): Promise<void> {
  const isClean = await transaction.end();
  client.release(failed || !isClean);
}

function ignore(): void {
  // An error event without a listener would end the process.
}
