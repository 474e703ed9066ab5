// Whose time it is: rows carry this process's, leases the database's, because hosts need not agree.

/** Times in milliseconds since the epoch. */
export interface Clock {
  /** What updates are dated with. */
  readonly now: () => number;
  /** What leases go by: null for the database's clock. */
  readonly leases: () => number | null;
}

/** The clock of a store; one that it was given, by a test, is also that of its leases. */
export function clockOf(now: (() => number) | undefined): Clock {
  return { now: now ?? Date.now, leases: now ?? (() => null) };
}

/**
 * SQL for the time that leases go by; the parameter is `Clock.leases()`. An index can be searched with it, as it could not with
 * `clock_timestamp()`, which changes while the statement runs.
 */
export function leaseTime(parameter: string): string {
  return `coalesce(${parameter}::bigint, (extract(epoch FROM statement_timestamp()) * 1000)::bigint)`;
}
