// Named snapshots of a tenant's data, which can be restored.
import { HttpError } from "../boundary/problem.ts";

/** Limits of the snapshots. */
export interface SnapshotLimits {
  /** Maximum number of snapshots per tenant. */
  readonly most: number;
  /** Maximum number of characters of JSON in all snapshots of a tenant. */
  readonly mostText: number;
}

const usualLimits: SnapshotLimits = { most: 100, mostText: 256 * 2 ** 20 };

/**
 * The snapshots of one process, separate for each tenant. They are stored as JSON text, so that they cannot
 * be modified.
 */
export class Snapshots {
  readonly #byTenant = new Map<string, Map<string, string>>();
  readonly #limits: SnapshotLimits;

  constructor(limits: SnapshotLimits = usualLimits) {
    this.#limits = limits;
  }

  /**
   * Saves the data under a name and replaces an earlier snapshot of this name. Throws the 400 for too many or
   * too large snapshots.
   */
  keep(tenant: string, name: string, data: unknown): void {
    const { most, mostText } = this.#limits;
    const known = this.#byTenant.get(tenant) ?? new Map<string, string>();
    if (!known.has(name) && known.size >= most)
      throw new HttpError(400, `At most ${most} snapshots can be stored; DELETE /_control/snapshots/{name}.`);
    const text = JSON.stringify(data);
    const others = [...known].reduce((sum, [other, kept]) => sum + (other === name ? 0 : kept.length), 0);
    if (others + text.length > mostText)
      throw new HttpError(400, `All snapshots together are limited to ${mostText} characters of JSON.`);
    this.#byTenant.set(tenant, known.set(name, text));
  }

  /** Returns the saved data; undefined for an unknown name. */
  get(tenant: string, name: string): unknown {
    const text = this.#byTenant.get(tenant)?.get(name);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  names(tenant: string): string[] {
    return [...(this.#byTenant.get(tenant)?.keys() ?? [])];
  }

  /** Removes a snapshot; returns whether it existed. */
  remove(tenant: string, name: string): boolean {
    return this.#byTenant.get(tenant)?.delete(name) ?? false;
  }
}
