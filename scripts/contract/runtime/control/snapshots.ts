// States that are kept under names, to go back to.
import { HttpError } from "../boundary/problem.ts";

/** Snapshots of one process, each tenant's its own. `Data` is not changed by anybody once it is here. */
export class Snapshots<Data> {
  private readonly byTenant = new Map<string, Map<string, Data>>();
  private readonly most: number;

  /** @param most  snapshots of a tenant */
  constructor(most = 100) {
    this.most = most;
  }

  /** Keeps the data, in place of what had the name before. Throws the 400 for one too many. */
  keep(tenant: string, name: string, data: Data): void {
    const known = this.byTenant.get(tenant) ?? new Map<string, Data>();
    if (!known.has(name) && known.size >= this.most)
      throw new HttpError(400, `There may be ${this.most} snapshots at once.`);
    this.byTenant.set(tenant, known.set(name, data));
  }

  get(tenant: string, name: string): Data | undefined {
    return this.byTenant.get(tenant)?.get(name);
  }

  names(tenant: string): string[] {
    return [...(this.byTenant.get(tenant)?.keys() ?? [])];
  }

  /** Whether there was one. */
  remove(tenant: string, name: string): boolean {
    return this.byTenant.get(tenant)?.delete(name) ?? false;
  }
}
