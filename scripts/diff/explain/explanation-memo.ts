// Remembers what was found for pairs of schemas, so that each pair is walked once however often it is referred to.
import type { Json } from "../../document/document.ts";
import type { Clause } from "./clause.ts";
import type { SchemaPart } from "./schema-part.ts";

/** Clauses by pair. A pair that is still being walked adds nothing to itself, so circles end. */
export class ExplanationMemo {
  private readonly done = new Map<string, readonly Clause[]>();
  private readonly open: string[] = [];
  /** The outermost open pair that was met again: what lies below it rests on an assumption and is not kept. */
  private metAgain = Infinity;
  private readonly ids = new WeakMap<object, number>();
  private count = 0;

  get depth(): number {
    return this.open.length;
  }

  /** The clauses of a pair: remembered, none when it is being walked already, else what `walk` finds. */
  of(parts: readonly SchemaPart[], receiver: SchemaPart, walk: () => readonly Clause[]): readonly Clause[] {
    const key = [...parts, receiver].map(({ schema }) => this.id(schema)).join(" ");
    const known = this.done.get(key);
    if (known !== undefined) return known;
    const at = this.open.indexOf(key);
    if (at >= 0) {
      this.metAgain = Math.min(this.metAgain, at);
      return [];
    }
    const outer = this.metAgain;
    this.metAgain = Infinity;
    const own = this.open.push(key) - 1;
    const clauses = walk();
    this.open.pop();
    const whole = this.metAgain >= own;
    if (whole) this.done.set(key, clauses);
    this.metAgain = whole ? outer : Math.min(outer, this.metAgain);
    return clauses;
  }

  private id(schema: Json): string {
    if (typeof schema !== "object" || schema === null) return String(schema);
    const id = this.ids.get(schema) ?? ++this.count;
    this.ids.set(schema, id);
    return String(id);
  }
}
