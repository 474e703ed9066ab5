// Compiles units to functions, each with only the statements that its schema needs.
import { type Code, emit, joinCode, noCode } from "../code.ts";
import { Calls } from "./code/calls.ts";
import { notedFailures } from "./code/failures.ts";
import { writeEvaluatedBody } from "./code/evaluated.ts";
import type { EvaluatedKind } from "./code/evaluated-kinds.ts";
import { FunctionCode } from "./code/function-code.ts";
import { emptyPath } from "./code/path-code.ts";
import { SchemaCode } from "./code/schema-code.ts";
import type { RefTarget, UnitContext } from "./code/unit-context.ts";
import { Constants } from "./constants.ts";
import { printString } from "../literal.ts";
import type { Unit } from "./schema-units.ts";
import { UnitError } from "./unit-error.ts";
import { Weights } from "./weights.ts";
import { malformedKeyword, writeSchema } from "./write-schema.ts";

/**
 * The text of the functions for all units, indented by one level; `formats` and the runtime's functions are
 * free names.
 */
export interface CompiledUnits {
  /** Declarations of the values that the functions use. */
  readonly constants: Code;
  readonly functions: Code;
  /** Unit key → the name of its function. */
  readonly names: ReadonlyMap<string, Code>;
}

/**
 * Compiles the units. Throws a UnitError for a schema that is invalid in JSON Schema.
 *
 * @param wanted  the keys of the units that are called from outside; of the others, only those that these
 *   call become functions
 */
export function compileUnits(units: ReadonlyMap<string, Unit>, wanted: ReadonlySet<string>): CompiledUnits {
  for (const unit of units.values()) {
    const keyword = malformedKeyword(unit.schema);
    if (keyword !== undefined) throw new UnitError(unit, keyword);
  }
  const writer = new UnitWriter(units);
  const called = [...units.keys()].filter((key) => wanted.has(key));
  const names = new Map(called.map((key) => [key, writer.nameOf(key)]));
  const functions = writer.functions();
  const { calls } = writer;
  // A check that leads to a counted one starts the count.
  const counted = [...new Set(names.values())].filter((name) => calls.leadToShared(name));
  return {
    names: new Map(
      [...names].map(([key, name]) => [key, calls.leadToShared(name) ? countedName(name) : name]),
    ),
    functions: joinCode([
      ...functions,
      ...counted.map((name) => emit`  const ${countedName(name)} = work.counted(${name});\n`),
    ]),
    constants: joinCode([
      counted.length === 0 ? noCode : emit`  const work = new RepeatedWork();\n`,
      writer.constants.print(),
    ]),
  };
}

function countedName(check: Code): Code {
  return emit`${check}counted`;
}

/** The parts of a function; a shared one has all of them. */
interface FunctionParts {
  readonly head: Code;
  readonly recall: Code;
  readonly body: Code;
  readonly keep: Code;
  readonly end: Code;
}

function printFunction({ head, recall, body, keep, end }: FunctionParts, isShared: boolean): Code {
  return isShared ? joinCode([head, recall, body, keep, end]) : joinCode([head, body, end]);
}

class UnitWriter {
  readonly constants = new Constants();
  readonly calls = new Calls();
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #weights: Weights;
  /** Function names by purpose and unit. */
  readonly #names = new Map<string, Code>();
  readonly #queue: { readonly name: Code; readonly write: () => FunctionParts }[] = [];
  readonly #context: UnitContext;

  constructor(units: ReadonlyMap<string, Unit>) {
    this.#units = units;
    this.#weights = new Weights(units);
    this.#context = {
      write: writeSchema,
      targetOf: (key) => this.#targetOf(key),
      schemaOf: (key) => this.#unitOf(key).schema,
      evaluatedBy: (kind, key) =>
        this.calls.add(this.#name(kind.name, key, (name, unit) => this.#evaluated(name, unit, kind))),
      constant: (prefix, value) => this.constants.add(prefix, value),
    };
  }

  /** Returns the name of the function that checks a unit, and schedules it for writing. */
  nameOf(key: string): Code {
    return this.#name(emit`check`, key, (name, unit) => this.#check(name, unit));
  }

  /** Writes all requested functions, and those that they call. */
  functions(): Code[] {
    const written: (FunctionParts & { readonly name: Code })[] = [];
    // The queue grows during the loop.
    for (const { name, write } of this.#queue) {
      this.calls.from(name);
      written.push({ name, ...write() });
    }
    return written.map(({ name, ...parts }) => printFunction(parts, this.calls.isShared(name)));
  }

  #name(prefix: Code, key: string, write: (name: Code, unit: Unit) => FunctionParts): Code {
    const known = this.#names.get(`${prefix} ${key}`);
    if (known !== undefined) return known;
    const unit = this.#unitOf(key);
    const name = emit`${prefix}${this.#names.size}`;
    this.#names.set(`${prefix} ${key}`, name);
    this.#queue.push({ name, write: () => write(name, unit) });
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
      : { kind: "call", name: this.calls.add(this.nameOf(key)) };
  }

  #check(name: Code, unit: Unit): FunctionParts {
    const code = new FunctionCode(2);
    this.#placeOf(unit, code).write();
    return {
      head: emit`  function ${name}(data) {\n`,
      recall: emit`    if (++work.steps > work.limit && work.knows(${name}, data)) return ${name}.errors === null;\n`,
      body: emit`    const at = ${printString(unit.path)};
    let errors = null;
${code.print()}    ${name}.errors = errors;\n`,
      keep: emit`    if (work.keeps) work.keepErrors(${name}, data, errors);\n`,
      end: emit`    return errors === null;\n  }\n`,
    };
  }

  #evaluated(name: Code, unit: Unit, kind: EvaluatedKind): FunctionParts {
    const code = new FunctionCode(2);
    writeEvaluatedBody(this.#placeOf(unit, code), kind, { set: emit`seen`, rest: emit`rest` });
    return {
      head: emit`  function ${name}(data, seen) {\n`,
      // A set belongs to one value.
      recall: emit`    const known = ++work.steps > work.limit ? work.recall(${name}, seen) : undefined;
    if (known !== undefined) return known;\n`,
      body: emit`    let rest = ${kind.none};\n${code.print()}`,
      keep: emit`    if (work.keeps) work.keep(${name}, seen, rest);\n`,
      end: emit`    return rest;\n  }\n`,
    };
  }

  #placeOf({ schema }: Unit, code: FunctionCode): SchemaCode {
    return new SchemaCode({
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
