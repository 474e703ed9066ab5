// Reads the common subset of YAML in one pass: block maps and lists, scalars, and flow collections. The full
// parser builds a token, a tree node and an object for everything, which took half the time of a short
// command.
import type { Json } from "./document.ts";
import { deepest, notPlain, PlainFlow, reject } from "./plain-yaml-flow.ts";
import { blockScalar, foldLines } from "./plain-yaml-scalars.ts";
import { patterns } from "./plain-yaml-patterns.ts";
import type { PositionIndex } from "./position-index.ts";

/** The value of a YAML text, with the positions of its nodes. */
export interface ReadYaml {
  readonly value: Json;
  readonly index: PositionIndex;
}

/**
 * Reads a text in the plain subset of YAML. Returns undefined for anything else: the full parser then reads
 * or rejects it. For texts in the subset both parsers yield the same result; `plain-yaml.test.ts` compares
 * them.
 */
export function readPlainYaml(text: string, isExact: boolean): ReadYaml | undefined {
  if (!text.endsWith("\n") || unusual.test(text)) return undefined;
  try {
    return new PlainYaml(text, isExact).read();
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** Tabs, line breaks other than LF, and control characters. */
const unusual = /[\0-\t\v-\x1f\x7f\ufeff]/;

class PlainYaml extends PlainFlow {
  /** The offset of the line found last, and the indentation of its content; -1 at the end. */
  #line = 0;
  #indent = 0;

  read(): ReadYaml {
    if (this.text.startsWith("---\n")) this.at = 4;
    this.#next();
    if (this.at !== this.#line) return reject();
    const root = this.index.open("", this.at);
    const value = this.#map(0) ?? reject();
    this.index.close(root);
    return this.at === this.text.length ? { value, index: this.index } : reject();
  }

  /** Advances from the beginning of a line to its content, or to that of the next line that has any. */
  #next(): void {
    this.match(patterns.idle);
    this.#line = this.at;
    this.match(patterns.spaces);
    this.#indent = this.at === this.text.length ? -1 : this.at - this.#line;
  }

  /** Reads a block map; undefined if there is no key. */
  #map(indent: number): Json | undefined {
    const object: Record<string, Json> = {};
    let start = this.at;
    let key = this.key(patterns.key);
    if (key === undefined) return undefined;
    if (++this.depth > deepest) reject();
    for (;;) {
      const position = this.index.open(key, start);
      this.set(object, key, this.#valueOf(indent));
      this.index.close(position);
      if (this.#indent < indent) break;
      if (this.#indent > indent) reject();
      start = this.at;
      key = this.key(patterns.key) ?? reject();
    }
    this.depth--;
    return object;
  }

  /** Reads the value after the colon of a key; ends at the content of a later line. */
  #valueOf(indent: number): Json {
    if (this.match(patterns.rest) === null) {
      this.match(patterns.spaces);
      return this.#inline(indent);
    }
    this.#next();
    if (this.#indent > indent) return this.#block(this.#indent, indent);
    // A list may have the same indentation as the key that it belongs to.
    return this.#indent === indent && this.#isItem() ? this.#list(indent) : null;
  }

  #isItem(): boolean {
    patterns.item.lastIndex = this.at;
    return patterns.item.test(this.text);
  }

  #block(indent: number, parent: number): Json {
    if (this.#isItem()) return this.#list(indent);
    return this.#map(indent) ?? this.#inline(parent);
  }

  #list(indent: number): Json {
    const items: Json[] = [];
    if (++this.depth > deepest) reject();
    while (this.#indent === indent && this.match(patterns.item) !== null) {
      const isBelow = this.match(patterns.rest) !== null;
      if (isBelow) this.#next();
      else this.match(patterns.spaces);
      const column = this.at - this.#line;
      if (column <= indent || this.#indent === -1) reject();
      // The item may itself be a block list or block map.
      this.#indent = column;
      const position = this.index.open(items.length, this.at);
      items.push(this.#block(column, indent));
      this.index.close(position);
    }
    this.depth--;
    return items;
  }

  /** Reads a value that begins on the current line; its further lines must be indented more than `parent`. */
  #inline(parent: number): Json {
    const start = this.text[this.at];
    if (start === "|" || start === ">") {
      const value = this.#blockScalar(parent);
      this.#next();
      return value;
    }
    const isPlain = start !== '"' && start !== "'" && start !== "[" && start !== "{";
    const value = isPlain ? this.#plain(parent) : this.enclosed(parent);
    if (this.match(patterns.rest) === null) reject();
    this.#next();
    return value;
  }

  #blockScalar(parent: number): Json {
    const header = this.match(patterns.header) ?? reject();
    const read = blockScalar(this.text, this.at, { parent, header }) ?? reject();
    this.at = read.end;
    return read.value;
  }

  #plain(parent: number): Json {
    const first = this.at;
    patterns.plain.lastIndex = first;
    if (!patterns.plain.test(this.text)) reject();
    const lines: string[] = [];
    for (;;) {
      const end = this.text.indexOf("\n", this.at);
      const line = this.text.slice(this.at, end);
      const comment = line.indexOf(" #");
      const content = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
      if (content.includes(": ") || content.endsWith(":")) reject();
      lines.push(content);
      this.at += content.length;
      if (comment !== -1 || !this.#goesOn(end + 1, parent, lines)) break;
    }
    return lines.length === 1 ? this.word(lines[0]!) : foldLines(lines);
  }

  /** Returns true if a plain scalar has more lines, and advances to the next one, past empty lines. */
  #goesOn(from: number, parent: number, lines: string[]): boolean {
    let start = from;
    for (;;) {
      patterns.spaces.lastIndex = start;
      patterns.spaces.test(this.text);
      const at = patterns.spaces.lastIndex;
      const unit = this.text[at];
      if (unit === "\n") {
        lines.push("");
        start = at + 1;
        continue;
      }
      const isMore = unit !== undefined && unit !== "#" && at - start > parent;
      if (isMore) this.at = at;
      else while (lines.at(-1) === "") lines.pop();
      return isMore;
    }
  }
}
