// Which units are small enough to be inlined instead of called.
import type { Unit } from "./schema-units.ts";

/** Maximum number of keywords, including those of referenced schemas, of a schema that is inlined. */
const inlineLimit = 4;

/** The number of keywords of a unit with everything it references; infinite if it references itself. */
export class Weights {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #weights = new Map<string, number>();

  constructor(units: ReadonlyMap<string, Unit>) {
    this.#units = units;
  }

  isSmall(key: string): boolean {
    return this.of(key) <= inlineLimit;
  }

  of(key: string): number {
    const known = this.#weights.get(key);
    if (known !== undefined) return known;
    this.#weights.set(key, Number.POSITIVE_INFINITY);
    const unit = this.#units.get(key);
    const weight = (unit?.refs ?? []).reduce((sum, ref) => sum + this.of(ref), unit?.keywords ?? 0);
    this.#weights.set(key, weight);
    return weight;
  }
}
