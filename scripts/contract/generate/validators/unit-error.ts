// The error for a schema that cannot be compiled to a validator.
import type { Unit } from "./schema-units.ts";

/** Thrown for a unit (a schema that becomes one function) with a keyword whose value JSON Schema forbids. */
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
