// What a session of ours is set to: how long anything may take, where the tables are, and how statements are planned.

/** What a connection is for. */
export type ConnectionUse = "read" | "write";

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

/**
 * What a session plans with. Every statement of ours finds its rows by key: plans that read, hash or sort a whole table are switched off,
 * so that a page costs what it costs whatever the planner believes of a table that has just grown. What writes joins a handful of rows
 * with tables of any size, so its plans are made when they are used: a plan from when the table was small would walk it.
 */
const plannerSettings: Readonly<Record<ConnectionUse, readonly string[]>> = {
  read: [
    "enable_seqscan = off",
    "enable_bitmapscan = off",
    "enable_sort = off",
    "enable_hashjoin = off",
    "enable_mergejoin = off",
  ],
  write: [
    "enable_seqscan = off",
    "enable_bitmapscan = off",
    "enable_hashjoin = off",
    "enable_mergejoin = off",
    "plan_cache_mode = force_custom_plan",
  ],
};

/** The settings as SQL. A server that does not wait for the disk is made to: an acknowledged write is durable. */
export function sessionSettings(use: ConnectionUse, limits: ConnectionLimits): string {
  const settings = [
    `search_path = ${schemaName}`,
    `statement_timeout = ${limits.statementTimeout}`,
    `lock_timeout = ${limits.lockTimeout}`,
    `idle_in_transaction_session_timeout = ${limits.idleTransactionTimeout}`,
    // Up to version 17 a plan that was switched off, where there is no other, counts as dear, and dear ones are compiled: 200 ms for each.
    "jit = off",
    ...plannerSettings[use],
  ];
  const durable =
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";
  return [...settings.map((setting) => `SET ${setting}`), durable].join(";\n");
}
