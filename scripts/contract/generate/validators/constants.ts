// Values that several functions use, declared once outside of them.
import { type Code, emit, noCode } from "../code.ts";
import { isExpression, type Literal, printKey, printLiteral } from "../literal.ts";
import type { ConstantPrefix } from "./code/unit-context.ts";

/** The constants of one module; equal values are declared once. */
export class Constants {
  readonly #names = new Map<string, Code>();
  readonly #counts = new Map<ConstantPrefix, number>();
  #text = noCode;

  /** Returns the name of a constant, the same one for the same value. */
  add(prefix: ConstantPrefix, value: Literal): Code {
    const text = printLiteral(value, "  ", prefix.length + 12);
    const key = `${prefix} ${isExpression(value) ? "=" : ""}${text}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const count = this.#counts.get(prefix) ?? 0;
    this.#counts.set(prefix, count + 1);
    const name = emit`${printKey(prefix)}${count}`;
    this.#names.set(key, name);
    this.#text = emit`${this.#text}  const ${name} = ${text};\n`;
    return name;
  }

  /** Returns the declarations, indented by one level. */
  print(): Code {
    return this.#text;
  }
}
