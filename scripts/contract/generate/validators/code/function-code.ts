// The text of one function while it is being written: lines with their indentation depth.
import { type Code, emit, trustedCode } from "../../code.ts";

/** A line; with a condition, it is a statement that runs only if that holds. */
interface Line {
  readonly depth: number;
  readonly text: Code;
  readonly condition?: Code;
}

/** Collects the lines of one function. */
export class FunctionCode {
  readonly #lines: Line[] = [];
  readonly #names = new Map<string, number>();
  #depth: number;

  constructor(depth: number) {
    this.#depth = depth;
  }

  /** The number of lines written, for `dropAfter`. */
  get length(): number {
    return this.#lines.length;
  }

  dropAfter(length: number): void {
    this.#lines.length = length;
  }

  /** Returns a name that this function has not used: value0, value1, … */
  name(prefix: Code): Code {
    const count = this.#names.get(prefix) ?? 0;
    this.#names.set(prefix, count + 1);
    return emit`${prefix}${count}`;
  }

  line(text: Code): void {
    this.#lines.push({ depth: this.#depth, text });
  }

  /** Writes a statement that runs if a condition holds. */
  lineIf(condition: Code, text: Code): void {
    this.#lines.push({ depth: this.#depth, text, condition });
  }

  /** Writes lines in braces: `for (…) {`. An empty block is dropped. */
  block(head: Code, body: () => void): boolean {
    const start = this.#open(head, body);
    if (this.#lines.length === start + 1) {
      this.dropAfter(start);
      return false;
    }
    this.line(emit`}`);
    return true;
  }

  /** Writes lines that run if a condition holds; a single statement merges the condition into its own. */
  when(condition: Code, body: () => void): boolean {
    const start = this.#lines.length;
    const written = this.block(emit`if (${condition}) {`, body);
    const only = this.#only(start);
    if (only === undefined) return written;
    this.dropAfter(start);
    this.lineIf(emit`${operand(condition)} && ${operand(only.condition)}`, only.text);
    return true;
  }

  /**
   * Writes a statement for the case that a condition holds, and other lines for the case that it does not.
   */
  either(condition: Code, text: Code, otherwise: () => void): void {
    this.lineIf(condition, text);
    const start = this.#lines.length;
    this.block(emit`else {`, otherwise);
    const only = this.#only(start);
    if (only === undefined) return;
    this.dropAfter(start);
    this.line(emit`else if (${only.condition}) ${only.text}`);
  }

  print(): Code {
    let text = "";
    for (const { depth, condition, text: statement } of this.#lines) {
      const head = condition === undefined ? "" : `if (${condition}) `;
      text += `${"  ".repeat(depth)}${head}${statement}\n`;
    }
    return trustedCode(text);
  }

  #open(head: Code, body: () => void): number {
    const start = this.#lines.length;
    this.line(head);
    this.#depth += 1;
    body();
    this.#depth -= 1;
    return start;
  }

  /** Returns the only line of a block, if it has a condition. */
  #only(start: number): { readonly condition: Code; readonly text: Code } | undefined {
    const line = this.#lines[start + 1];
    if (this.#lines.length !== start + 3 || line?.condition === undefined) return undefined;
    return { condition: line.condition, text: line.text };
  }
}

/** Returns a condition as an operand of a longer one. */
export function operand(condition: Code): Code {
  return condition.includes("||") ? emit`(${condition})` : condition;
}
