// Writes units as functions, each in a few lines that do what its schema says.
import type { EmittedFunctions } from "./ajv-units.ts";
import { notedFailures } from "./code/failures.ts";
import { FunctionCode } from "./code/function-code.ts";
import { emptyPath } from "./code/path-code.ts";
import { Place } from "./code/place.ts";
import type { RefTarget, UnitContext } from "./code/unit-context.ts";
import { Constants } from "./constants.ts";
import { printString } from "../literal.ts";
import type { Unit } from "./schema-units.ts";
import { writeSchema } from "./write-schema.ts";

export class DirectUnits {
  readonly #constants = new Constants();
  readonly #names = new Map<string, string>();
  readonly #queue: Unit[] = [];
  readonly #context: UnitContext;

  /** @param targetOf  what a reference leads to */
  constructor(targetOf: (key: string) => RefTarget) {
    const constants = this.#constants;
    this.#context = {
      write: writeSchema,
      targetOf,
      constant: (prefix, value) => constants.add(prefix, value),
    };
  }

  /** The name of a unit's function, which will be written. */
  nameOf(unit: Unit): string {
    const known = this.#names.get(unit.key);
    if (known !== undefined) return known;
    const name = `check${this.#names.size}`;
    this.#names.set(unit.key, name);
    this.#queue.push(unit);
    return name;
  }

  /** All functions that were asked for, and those that these call; indented once. */
  print(): EmittedFunctions {
    const functions: string[] = [];
    // It grows on the way.
    for (const unit of this.#queue) functions.push(this.#functionOf(unit));
    return { constants: this.#constants.print(), functions: functions.join("") };
  }

  #functionOf(unit: Unit): string {
    const name = this.nameOf(unit);
    const code = new FunctionCode(2);
    new Place({
      context: this.#context,
      code,
      schema: unit.schema,
      data: "data",
      instancePath: emptyPath,
      schemaPath: { head: "at", tail: "" },
      key: undefined,
      failures: notedFailures("errors"),
    }).write();
    return [
      `  function ${name}(data) {\n`,
      `    const at = ${printString(unit.path)};\n`,
      "    let errors = null;\n",
      code.toString(),
      `    ${name}.errors = errors;\n`,
      "    return errors === null;\n",
      "  }\n",
    ].join("");
  }
}
