// Clocks: times in rows come from this process's clock, times of leases from the database's, because several
// hosts compare leases and their clocks may differ.

/** Times in milliseconds since the epoch. */
export interface Clock {
  /** Time of updates, from this process's clock. */
  readonly now: () => number;
  /** Time of leases; null for the database's clock. */
  readonly leases: () => number | null;
}

/** Creates the clock of a store; a clock given by a test also applies to leases. */
export function clockOf(now: (() => number) | undefined): Clock {
  return { now: now ?? Date.now, leases: now ?? (() => null) };
}

/**
 * SQL expression for the time of leases; the parameter is `Clock.leases()`. Unlike `clock_timestamp()`, which
 * changes while the statement runs, it can be used with an index.
 */
export function leaseTime(parameter: string): string {
  return `coalesce(${parameter}::bigint, (extract(epoch FROM statement_timestamp()) * 1000)::bigint)`;
}
