// The connections to PostgreSQL: how many there are, what they are set to, and how long anything may take.
import { Pool, TypeOverrides, types } from "pg";
import type { PoolClient, PoolConfig } from "pg";
import { Transaction } from "./transaction.ts";

/** A prepared statement; connections know it by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Values as `pg` takes them; what has a structure goes as JSON text. */
export type SqlValue = string | number | null | Uint8Array;

/** Limits in milliseconds, and how many connections a process may have. */
export interface ConnectionLimits {
  /** All connections of this process: one writes, one works off operations, the others read. */
  readonly connections: number;
  /** To get a connection, new or out of the pool. */
  readonly connectTimeout: number;
  /** The server gives up on a statement. */
  readonly statementTimeout: number;
  /** The server gives up waiting for another transaction's lock. */
  readonly lockTimeout: number;
  /** The server ends a transaction whose client went silent, and with it its locks. */
  readonly idleTransactionTimeout: number;
}

/** Limits for a server that people wait for. */
export const defaultLimits: ConnectionLimits = {
  connections: 10,
  connectTimeout: 5_000,
  statementTimeout: 10_000,
  lockTimeout: 3_000,
  idleTransactionTimeout: 5_000,
};

/** The PostgreSQL schema that holds our tables, so that a database can be shared with others. */
export const schemaName = "sender_pools";

/** We wait a little longer than the server, whose answer says more; only a dead connection gets there. */
const answerGrace = 1_000;

/** How long an unused connection is kept. */
const idleTimeout = 30_000;

/**
 * Every statement of ours finds its rows by key. Plans that read or sort a whole table are switched off, so that a page costs what it
 * costs whatever the planner believes of tables that have just grown.
 */
const plannerSettings = [
  "enable_seqscan",
  "enable_bitmapscan",
  "enable_sort",
  "enable_hashjoin",
  "enable_mergejoin",
];

const setUp = `
  SELECT set_config('search_path', '${schemaName}', false),
    set_config('statement_timeout', $1, false),
    set_config('lock_timeout', $2, false),
    set_config('idle_in_transaction_session_timeout', $3, false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
      ELSE current_setting('synchronous_commit') END, false),
    ${plannerSettings.map((name) => `set_config('${name}', 'off', false)`).join(", ")}`;

/** `bigint` columns hold milliseconds and counts, which are safe integers. */
const columnTypes = new TypeOverrides();
columnTypes.setTypeParser(types.builtins.INT8, Number);

/** A pool of connections; one that breaks is replaced when the next is needed. */
export class Connections {
  readonly #pool: Pool;

  /** @param size how many there can be at once */
  constructor(url: string, size: number, limits: ConnectionLimits) {
    this.#pool = new Pool({ ...poolConfig(limits), connectionString: url, max: size });
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

function poolConfig(limits: ConnectionLimits): PoolConfig {
  const { connectTimeout, statementTimeout, lockTimeout, idleTransactionTimeout } = limits;
  return {
    pipeline: true,
    keepAlive: true,
    application_name: "sender-pools",
    connectionTimeoutMillis: connectTimeout,
    query_timeout: statementTimeout + answerGrace,
    idleTimeoutMillis: idleTimeout,
    // A connection that a dead network never closes must not keep the program from ending.
    allowExitOnIdle: true,
    types: columnTypes,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- typed as void, but pg-pool waits for the promise
    onConnect: async (client) => {
      await client.query(setUp, [statementTimeout, lockTimeout, idleTransactionTimeout].map(String));
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
