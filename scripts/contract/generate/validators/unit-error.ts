// The error for a unit that cannot be compiled.
import type { Unit } from "./schema-units.ts";

/** Thrown for a unit with a keyword whose value is invalid in JSON Schema. */
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
