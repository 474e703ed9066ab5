// The date constants of a package: schemas that hold their date-times in the same places share one.
import { type Code, emit, joinCode, trustedCode } from "../generate/code.ts";
import { type ClientValue, printClientImports } from "../generate/client-runtime.ts";
import type { DatePaths } from "../generate/resources/date-paths.ts";

/** A name that stands for a value; not a key, a getter or a word in a quoted key. */
const name = /"(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*(?![\w$]*\s*[:(])/g;

export class SharedDates {
  /** Name of a constant → the name of the first with the same value. */
  readonly #first = new Map<string, Code>();
  /** Name → its value, as code. */
  readonly #values = new Map<Code, Code>();

  readonly #readers: readonly ClientValue[];

  constructor({ names, constants, constantReaders }: DatePaths) {
    this.#readers = constantReaders;
    const byValue = new Map<string, Code>();
    names.forEach((constant, index) => {
      const value = this.rename(trustedCode((constants[index] ?? "").replace(/^[^=]*= |;\n$/g, "")));
      const first = byValue.get(value) ?? constant;
      byValue.set(value, first);
      this.#first.set(constant, first);
      if (first === constant) this.#values.set(constant, value);
    });
  }

  /** Code that names constants, with those that are left. */
  rename(code: Code): Code {
    return trustedCode(code.replace(name, (found) => this.#first.get(found) ?? found));
  }

  /** The constants that code names. */
  namesIn(code: Code): Code[] {
    return (code.match(name) ?? []).map(trustedCode).filter((found) => this.#values.has(found));
  }

  print(): Code {
    return joinCode([
      printClientImports(emit`..`, this.#readers),
      ...[...this.#values].map(([constant, value]) => emit`export const ${constant} = ${value};\n`),
    ]);
  }
}
