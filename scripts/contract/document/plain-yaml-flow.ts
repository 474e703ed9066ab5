// Reads the flow collections of plain YAML (see plain-yaml.ts), and the keys, plain scalars and quoted
// scalars that occur in and outside of them.
import { defineMember } from "./define-member.ts";
import type { Json } from "./document.ts";
import { patterns } from "./plain-yaml-patterns.ts";
import { doubleQuoted, plainScalar, singleQuoted } from "./plain-yaml-scalars.ts";
import { PositionIndex } from "./position-index.ts";

/** Thrown for text outside the plain subset. */
export const notPlain = new Error("not plain YAML");

export function reject(): never {
  throw notPlain;
}

/**
 * Maximum depth; well below the limits of the stack and of `maxDepth`, so that the full parser reports the
 * error.
 */
export const deepest = 400;

/** Maximum length of a key in the YAML specification; the full parser rejects longer ones. */
const longestKey = 1000;

/** A reader with a current offset, which advances as it reads. */
export class PlainFlow {
  protected readonly text: string;
  protected readonly isExact: boolean;
  protected readonly index = new PositionIndex();
  protected at = 0;
  protected depth = 0;

  constructor(text: string, isExact: boolean) {
    this.text = text;
    this.isExact = isExact;
  }

  protected match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }

  protected set(object: Record<string, Json>, key: string, value: Json): void {
    if (Object.hasOwn(object, key)) reject();
    if (key === "__proto__") defineMember(object, key, value);
    else object[key] = value;
  }

  protected key(pattern: RegExp): string | undefined {
    const match = this.match(pattern);
    if (match === null) return undefined;
    const [whole, double, single, plain] = match;
    if (whole.length > longestKey) reject();
    if (double !== undefined) return doubleQuoted(double) ?? reject();
    if (single !== undefined) return singleQuoted(single);
    if (plain === undefined || plain === "<<" || plain.includes(" #") || plain.includes(": "))
      return reject();
    return plain;
  }

  protected word(text: string): Json {
    const value = plainScalar(text, this.isExact);
    return value === undefined ? reject() : value;
  }

  /** Reads a node that is delimited: a quoted scalar or a flow collection. */
  protected enclosed(parent: number): Json {
    const start = this.text[this.at];
    if (start === '"') return doubleQuoted((this.match(patterns.double) ?? reject())[1] ?? "") ?? reject();
    if (start === "'") return singleQuoted((this.match(patterns.single) ?? reject())[1] ?? "");
    if (++this.depth > deepest) reject();
    this.at++;
    const value = start === "[" ? this.#flowList(parent) : this.#flowMap(parent);
    this.depth--;
    return value;
  }

  #flowList(parent: number): Json {
    const items: Json[] = [];
    this.#gap(parent);
    while (!this.#takes("]")) {
      const position = this.index.open(items.length, this.at);
      items.push(this.#flowValue(parent));
      this.index.close(position);
      this.#separator("]", parent);
    }
    return items;
  }

  #flowMap(parent: number): Json {
    const object: Record<string, Json> = {};
    this.#gap(parent);
    while (!this.#takes("}")) {
      const start = this.at;
      const key = this.key(patterns.flowKey) ?? reject();
      this.#gap(parent);
      const position = this.index.open(key, start);
      this.set(object, key, this.#flowValue(parent));
      this.index.close(position);
      this.#separator("}", parent);
    }
    return object;
  }

  #flowValue(parent: number): Json {
    if (/["'[{]/.test(this.text[this.at] ?? "")) return this.enclosed(parent);
    patterns.plain.lastIndex = this.at;
    if (!patterns.plain.test(this.text)) reject();
    const content = (this.match(patterns.flowText) ?? reject())[0].trimEnd();
    if (content.includes(": ") || content.endsWith(":") || content.includes(" #")) reject();
    return this.word(content);
  }

  #takes(text: string): boolean {
    const isThere = this.text[this.at] === text;
    if (isThere) this.at++;
    return isThere;
  }

  /** Reads a comma, which may also follow the last member, or stops before the end delimiter. */
  #separator(end: string, parent: number): void {
    this.#gap(parent);
    if (this.text[this.at] === end) return;
    if (!this.#takes(",")) reject();
    this.#gap(parent);
  }

  /** Skips spaces and line breaks within a flow collection. */
  #gap(parent: number): void {
    this.match(patterns.spaces);
    while (this.#takes("\n")) {
      const line = this.at;
      this.match(patterns.spaces);
      if (this.text[this.at] !== "\n" && this.at - line <= parent) reject();
    }
  }
}
