// States that are kept under names, to go back to.
import { HttpError } from "../boundary/problem.ts";

/** How much there may be. */
export interface SnapshotLimits {
  /** Snapshots of a tenant. */
  readonly most: number;
  /** Characters of JSON in all snapshots of a tenant. */
  readonly mostText: number;
}

const usualLimits: SnapshotLimits = { most: 100, mostText: 256 * 2 ** 20 };

/** Snapshots of one process, each tenant's its own. They are kept as JSON, so that nobody changes them. */
export class Snapshots {
  readonly #byTenant = new Map<string, Map<string, string>>();
  readonly #limits: SnapshotLimits;

  constructor(limits: SnapshotLimits = usualLimits) {
    this.#limits = limits;
  }

  /** Keeps the data, in place of what had the name before. Throws the 400 for one too many, or too large. */
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

  /** What was kept; undefined for a name that has nothing. */
  get(tenant: string, name: string): unknown {
    const text = this.#byTenant.get(tenant)?.get(name);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  names(tenant: string): string[] {
    return [...(this.#byTenant.get(tenant)?.keys() ?? [])];
  }

  /** Whether there was one. */
  remove(tenant: string, name: string): boolean {
    return this.#byTenant.get(tenant)?.delete(name) ?? false;
  }
}
