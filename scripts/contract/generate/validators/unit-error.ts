// What is said of a unit that cannot be compiled.
import type { Unit } from "./schema-units.ts";

/** A unit with a keyword whose value JSON Schema does not allow. */
export class UnitError extends Error {
  override readonly name = "UnitError";
  readonly unit: Unit;
  readonly keyword: string;

  constructor(unit: Unit, keyword: string) {
    super(`${keyword} has a value that JSON Schema does not allow`);
    this.unit = unit;
    this.keyword = keyword;
  }
}
