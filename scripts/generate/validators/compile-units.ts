// Units as functions, each in a few lines that do what its schema says.
import { type Code, emit, joinCode } from "../code.ts";
import { notedFailures } from "./code/failures.ts";
import { writeEvaluatedBody } from "./code/evaluated.ts";
import type { EvaluatedKind } from "./code/evaluated-kinds.ts";
import { FunctionCode } from "./code/function-code.ts";
import { emptyPath } from "./code/path-code.ts";
import { Place } from "./code/place.ts";
import type { RefTarget, UnitContext } from "./code/unit-context.ts";
import { Constants } from "./constants.ts";
import { printString } from "../literal.ts";
import type { Unit } from "./schema-units.ts";
import { UnitError } from "./unit-error.ts";
import { Weights } from "./weights.ts";
import { malformedKeyword, writeSchema } from "./write-schema.ts";

/** The text of the functions for all units, indented once; `formats` and the runtime's functions are free names. */
export interface CompiledUnits {
  /** Declarations of what the functions use. */
  readonly constants: Code;
  readonly functions: Code;
  /** Unit key → the name of its function. */
  readonly names: ReadonlyMap<string, Code>;
}

/**
 * @param wanted  the keys of the units that somebody calls; of the others only those become functions that these call
 *
 * Throws a UnitError for a schema that JSON Schema does not allow.
 */
export function compileUnits(units: ReadonlyMap<string, Unit>, wanted: ReadonlySet<string>): CompiledUnits {
  for (const unit of units.values()) {
    const keyword = malformedKeyword(unit.schema);
    if (keyword !== undefined) throw new UnitError(unit, keyword);
  }
  const writer = new UnitWriter(units);
  const called = [...units.keys()].filter((key) => wanted.has(key));
  const names = new Map(called.map((key) => [key, writer.nameOf(key)]));
  return { names, functions: writer.functions(), constants: writer.constants.print() };
}

class UnitWriter {
  readonly constants = new Constants();
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #weights: Weights;
  /** Function name by what it does and for which unit. */
  readonly #names = new Map<string, Code>();
  readonly #queue: (() => Code)[] = [];
  readonly #context: UnitContext;

  constructor(units: ReadonlyMap<string, Unit>) {
    this.#units = units;
    this.#weights = new Weights(units);
    this.#context = {
      write: writeSchema,
      targetOf: (key) => this.#targetOf(key),
      schemaOf: (key) => this.#unitOf(key).schema,
      evaluatedBy: (kind, key) =>
        this.#name(kind.name, key, (name, unit) => this.#evaluated(name, unit, kind)),
      constant: (prefix, value) => this.constants.add(prefix, value),
    };
  }

  /** The name of the function that checks a unit; it will be written. */
  nameOf(key: string): Code {
    return this.#name(emit`check`, key, (name, unit) => this.#check(name, unit));
  }

  /** All functions that were asked for, and those that these call. */
  functions(): Code {
    const functions: Code[] = [];
    // It grows on the way.
    for (const write of this.#queue) functions.push(write());
    return joinCode(functions);
  }

  #name(prefix: Code, key: string, write: (name: Code, unit: Unit) => Code): Code {
    const known = this.#names.get(`${prefix} ${key}`);
    if (known !== undefined) return known;
    const unit = this.#unitOf(key);
    const name = emit`${prefix}${this.#names.size}`;
    this.#names.set(`${prefix} ${key}`, name);
    this.#queue.push(() => write(name, unit));
    return name;
  }

  #unitOf(key: string): Unit {
    const unit = this.#units.get(key);
    if (unit === undefined) throw new Error(`there is no unit ${key}`);
    return unit;
  }

  #targetOf(key: string): RefTarget {
    const { schema, path } = this.#unitOf(key);
    return this.#weights.isSmall(key)
      ? { kind: "inline", schema, path }
      : { kind: "call", name: this.nameOf(key) };
  }

  #check(name: Code, unit: Unit): Code {
    const code = new FunctionCode(2);
    this.#placeOf(unit, code).write();
    return emit`  function ${name}(data) {
    const at = ${printString(unit.path)};
    let errors = null;
${code.print()}    ${name}.errors = errors;
    return errors === null;
  }
`;
  }

  #evaluated(name: Code, unit: Unit, kind: EvaluatedKind): Code {
    const code = new FunctionCode(2);
    writeEvaluatedBody(this.#placeOf(unit, code), kind, { set: emit`seen`, rest: emit`rest` });
    return emit`  function ${name}(data, seen) {
    let rest = ${kind.none};
${code.print()}    return rest;
  }
`;
  }

  #placeOf({ schema }: Unit, code: FunctionCode): Place {
    return new Place({
      context: this.#context,
      code,
      schema,
      data: emit`data`,
      instancePath: emptyPath,
      schemaPath: { head: emit`at`, tail: "" },
      key: undefined,
      failures: notedFailures(emit`errors`),
    });
  }
}
