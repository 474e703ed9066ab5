// Which units are so small that they are put in place rather than called.
import type { Unit } from "./schema-units.ts";

/** A schema of this many keywords or fewer, those it refers to included, is put in place rather than called. */
const inlineLimit = 4;

/** How many keywords a unit has with all it refers to; infinitely many when it refers to itself. */
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
