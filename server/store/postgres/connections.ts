// The connections to PostgreSQL: a pool that replaces what breaks.
import { Pool, TypeOverrides, types } from "pg";
import type { PoolClient, PoolConfig } from "pg";
import { sessionSettings } from "./session.ts";
import type { ConnectionLimits, ConnectionUse } from "./session.ts";
import { Transaction } from "./transaction.ts";

/** A prepared statement; connections know it by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Values as `pg` takes them; what has a structure goes as JSON text. */
export type SqlValue = string | number | null | Uint8Array;

/** We wait a little longer than the server, whose answer says more; only a dead connection gets there. */
const answerGrace = 1_000;

/** How long an unused connection is kept. */
const idleTimeout = 30_000;

/** `bigint` columns hold milliseconds and counts, which are safe integers. */
export const columnTypes = new TypeOverrides();
columnTypes.setTypeParser(types.builtins.INT8, Number);

/** A pool of connections; one that breaks is replaced when the next is needed. */
export class Connections {
  readonly #pool: Pool;

  /** @param size how many there can be at once */
  constructor(url: string, use: ConnectionUse, size: number, limits: ConnectionLimits) {
    this.#pool = new Pool({ ...poolConfig(use, limits), connectionString: url, max: size });
    // An idle connection that breaks is gone from the pool already.
    this.#pool.on("error", ignore);
    // One that breaks between two statements of a transaction tells the next statement.
    this.#pool.on("connect", (client) => client.on("error", ignore));
  }

  /** Runs one statement by itself, as a transaction. Errors are `pg`'s own. */
  async query<Row extends object>(statement: Statement, values: readonly SqlValue[]): Promise<Row[]> {
    const { rows } = await this.#pool.query<Row>({ ...statement, values: [...values] });
    return rows;
  }

  /** Runs a transaction; without `commit()` inside it is rolled back. Errors are `pg`'s own. */
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

  /** Lets go of the connections once nobody uses them. */
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
    query_timeout: limits.statementTimeout + answerGrace,
    idleTimeoutMillis: idleTimeout,
    // A connection that a dead network never closes must not keep the program from ending.
    allowExitOnIdle: true,
    types: columnTypes,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- typed as void, but pg-pool waits for the promise
    onConnect: async (client) => {
      await client.query(sessionSettings(use, limits));
    },
  };
}

/** After a failure the connection goes too: which of its statements are prepared is not certain any more. */
async function release(client: PoolClient, transaction: Transaction, failed = false): Promise<void> {
  const isClean = await transaction.end();
  client.release(failed || !isClean);
}

function ignore(): void {
  // Listened to, because an error event without a listener ends the process.
}
