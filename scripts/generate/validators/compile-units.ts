// Units as functions: written directly where every keyword is known, by Ajv where one is rare.
import type { AjvUnits, EmittedFunctions } from "./ajv-units.ts";
import type { RefTarget } from "./code/unit-context.ts";
import { DirectUnits } from "./direct-units.ts";
import type { Unit } from "./schema-units.ts";
import { Weights } from "./weights.ts";
import { isWritable } from "./write-schema.ts";

/** The text of the functions for all units, indented once; `formats` and the runtime's functions are free names. */
export interface CompiledUnits extends EmittedFunctions {
  /** Unit key → the name of its function. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * @param wanted  the keys of the units that somebody calls; of the others only those become functions that these call
 * @param formats  the formats that the units check
 */
export async function compileUnits(
  units: ReadonlyMap<string, Unit>,
  wanted: ReadonlySet<string>,
  formats: readonly string[],
): Promise<CompiledUnits> {
  const rare = withReferred(
    units,
    [...units.values()].filter(({ schema }) => !isWritable(schema)),
  );
  const ajv = rare.size === 0 ? undefined : await ajvFor(rare, formats);
  const weights = new Weights(units);
  const nameOf = (unit: Unit) =>
    ajv !== undefined && rare.has(unit.key) ? ajv.nameOf(unit) : direct.nameOf(unit);
  const direct: DirectUnits = new DirectUnits((key): RefTarget => {
    const unit = units.get(key);
    if (unit === undefined) throw new Error(`there is no unit ${key}`);
    if (weights.isSmall(key) && !rare.has(key))
      return { kind: "inline", schema: unit.schema, path: unit.path };
    return { kind: "call", name: nameOf(unit) };
  });
  const called = [...units.values()].filter(({ key }) => wanted.has(key));
  const names = new Map(called.map((unit) => [unit.key, nameOf(unit)]));
  const parts = [direct.print(), ajv?.print() ?? { constants: "", functions: "" }];
  return {
    names,
    constants: parts.map(({ constants }) => constants).join(""),
    functions: parts.map(({ functions }) => functions).join(""),
  };
}

/** Units with all they refer to, since Ajv's functions must know what was evaluated below them. */
function withReferred(units: ReadonlyMap<string, Unit>, some: readonly Unit[]): Map<string, Unit> {
  const found = new Map<string, Unit>();
  const visit = (unit: Unit): void => {
    if (found.has(unit.key)) return;
    found.set(unit.key, unit);
    for (const key of unit.refs) {
      const referred = units.get(key);
      if (referred !== undefined) visit(referred);
    }
  };
  some.forEach(visit);
  return found;
}

/** Loaded here: few documents need it. */
async function ajvFor(units: ReadonlyMap<string, Unit>, formats: readonly string[]): Promise<AjvUnits> {
  const { AjvUnits: Units } = await import("./ajv-units.ts");
  return new Units(units, formats);
}
