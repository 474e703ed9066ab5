// Session settings: timeouts, the schema, and planner settings.

/** Purpose of a connection. */
export type ConnectionUse = "read" | "write";

/** Timeouts in milliseconds, and the number of connections per process. */
export interface ConnectionLimits {
  /** Number of connections of this process: one writes, one serves the operations worker, the others read. */
  readonly connections: number;
  /** Timeout for getting a connection, new or from the pool. */
  readonly connectTimeout: number;
  /** Timeout after which the server cancels a statement. */
  readonly statementTimeout: number;
  /** Timeout after which the server stops waiting for another transaction's lock. */
  readonly lockTimeout: number;
  /** Timeout after which the server ends an idle transaction and releases its locks. */
  readonly idleTransactionTimeout: number;
}

/** Default limits, for a server with interactive clients. */
export const defaultLimits: ConnectionLimits = {
  connections: 10,
  connectTimeout: 5_000,
  statementTimeout: 10_000,
  lockTimeout: 3_000,
  idleTransactionTimeout: 5_000,
};

/** The PostgreSQL schema of all tables, so that the database can be shared with other programs. */
export const schemaName = "sender_pools";

/**
 * Planner settings of a session. All statements find rows by key, so plans that scan or hash a whole table,
 * and for reads those that sort, are disabled: the cost of a page must not depend on the planner's statistics
 * of a table that has just grown. Writes join a handful of rows with tables of any size, so they are planned
 * at execution: a cached plan from when the table was small would scan it.
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

/**
 * Returns the settings as SQL. `synchronous_commit` is enabled if the server has it off: an acknowledged
 * write is durable.
 */
export function sessionSettings(use: ConnectionUse, limits: ConnectionLimits): string {
  const settings = [
    `search_path = ${schemaName}`,
    `statement_timeout = ${limits.statementTimeout}`,
    `lock_timeout = ${limits.lockTimeout}`,
    `idle_in_transaction_session_timeout = ${limits.idleTransactionTimeout}`,
    // Up to version 17, a disabled plan that has no alternative gets a high cost, and plans of high cost are
    // JIT-compiled: 200 ms each.
    "jit = off",
    ...plannerSettings[use],
  ];
  const durable =
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";
  return [...settings.map((setting) => `SET ${setting}`), durable].join(";\n");
}
