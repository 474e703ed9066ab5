// Who works on which running operation, for stores that live in one process: there a lease ends with the process, as it should.

/** Leases by operation. Times are milliseconds of one clock. */
export class Leases {
  readonly #leases = new Map<string, { readonly holder: string; readonly until: number }>();

  /** How many operations have a lease, ended or not. */
  get size(): number {
    return this.#leases.size;
  }

  /** Who holds the lease now. */
  holder(operationId: string, now: number): string | undefined {
    const lease = this.#leases.get(operationId);
    return lease !== undefined && lease.until > now ? lease.holder : undefined;
  }

  /** Gives or renews the lease. */
  grant(operationId: string, holder: string, until: number): void {
    this.#leases.set(operationId, { holder, until });
  }

  release(operationId: string): void {
    this.#leases.delete(operationId);
  }
}
