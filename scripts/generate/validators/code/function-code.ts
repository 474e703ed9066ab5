// The text of one function while it is being written: lines that know how deep they stand.

/** A line; one with a condition is a statement that runs only where that holds. */
interface Line {
  readonly depth: number;
  readonly text: string;
  readonly condition?: string;
}

export class FunctionCode {
  readonly #lines: Line[] = [];
  readonly #names = new Map<string, number>();
  #depth: number;

  constructor(depth: number) {
    this.#depth = depth;
  }

  /** How much is written, for `dropAfter`. */
  get length(): number {
    return this.#lines.length;
  }

  dropAfter(length: number): void {
    this.#lines.length = length;
  }

  /** A name that this function has not used: value0, value1, … */
  name(prefix: string): string {
    const count = this.#names.get(prefix) ?? 0;
    this.#names.set(prefix, count + 1);
    return `${prefix}${count}`;
  }

  line(text: string): void {
    this.#lines.push({ depth: this.#depth, text });
  }

  /** A statement that runs where a condition holds. */
  lineIf(condition: string, text: string): void {
    this.#lines.push({ depth: this.#depth, text, condition });
  }

  /** Lines in braces: `for (…) {`. Nothing is left of it when they are none. */
  block(head: string, body: () => void): boolean {
    const start = this.#open(head, body);
    if (this.#lines.length === start + 1) {
      this.dropAfter(start);
      return false;
    }
    this.line("}");
    return true;
  }

  /** Lines that run where a condition holds; a single statement takes the condition into its own. */
  when(condition: string, body: () => void): boolean {
    const start = this.#lines.length;
    const written = this.block(`if (${condition}) {`, body);
    const only = this.#only(start);
    if (only === undefined) return written;
    this.dropAfter(start);
    this.lineIf(`${operand(condition)} && ${operand(only.condition)}`, only.text);
    return true;
  }

  /** A statement where a condition holds, and other lines where it does not. */
  either(condition: string, text: string, otherwise: () => void): void {
    this.lineIf(condition, text);
    const start = this.#lines.length;
    this.block("else {", otherwise);
    const only = this.#only(start);
    if (only === undefined) return;
    this.dropAfter(start);
    this.line(`else if (${only.condition}) ${only.text}`);
  }

  toString(): string {
    let text = "";
    for (const { depth, condition, text: statement } of this.#lines) {
      const head = condition === undefined ? "" : `if (${condition}) `;
      text += `${"  ".repeat(depth)}${head}${statement}\n`;
    }
    return text;
  }

  #open(head: string, body: () => void): number {
    const start = this.#lines.length;
    this.line(head);
    this.#depth += 1;
    body();
    this.#depth -= 1;
    return start;
  }

  /** The only line of a block, if that has a condition. */
  #only(start: number): { readonly condition: string; readonly text: string } | undefined {
    const line = this.#lines[start + 1];
    if (this.#lines.length !== start + 3 || line?.condition === undefined) return undefined;
    return { condition: line.condition, text: line.text };
  }
}

/** A condition as part of a longer one. */
export function operand(condition: string): string {
  return condition.includes("||") ? `(${condition})` : condition;
}
