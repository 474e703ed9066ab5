// Values that several functions use are declared once, outside of them.
import { isExpression, type Literal, printLiteral } from "../literal.ts";
import type { ConstantPrefix } from "./code/unit-context.ts";

export class Constants {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<ConstantPrefix, number>();
  #text = "";

  /** The name of a constant, the same one for the same value. */
  add(prefix: ConstantPrefix, value: Literal): string {
    const text = printLiteral(value, "  ", prefix.length + 12);
    const key = `${prefix} ${isExpression(value) ? "=" : ""}${text}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const count = this.#counts.get(prefix) ?? 0;
    this.#counts.set(prefix, count + 1);
    const name = `${prefix}${count}`;
    this.#names.set(key, name);
    this.#text += `  const ${name} = ${text};\n`;
    return name;
  }

  /** The declarations, indented once. */
  print(): string {
    return this.#text;
  }
}
