// What is said of a unit that cannot be compiled.
import type { Unit } from "./schema-units.ts";

/** A unit that Ajv cannot compile, and why. */
export class UnitError extends Error {
  override readonly name = "UnitError";
  readonly unit: Unit;

  constructor(unit: Unit, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.unit = unit;
  }
}
