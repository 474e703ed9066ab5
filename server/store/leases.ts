// Leases of running operations, for stores that only one process uses: there a lease rightly ends with the
// process.

/** Leases by operation. Times are milliseconds of the same clock. */
export class Leases {
  readonly #leases = new Map<string, { readonly holder: string; readonly until: number }>();

  /** Number of leases, expired ones included. */
  get size(): number {
    return this.#leases.size;
  }

  /** Returns the current holder; undefined if the lease is free or expired. */
  holder(operationId: string, now: number): string | undefined {
    const lease = this.#leases.get(operationId);
    return lease !== undefined && lease.until > now ? lease.holder : undefined;
  }

  /** Grants or renews the lease. */
  grant(operationId: string, holder: string, until: number): void {
    this.#leases.set(operationId, { holder, until });
  }

  release(operationId: string): void {
    this.#leases.delete(operationId);
  }
}
