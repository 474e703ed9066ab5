// One strict pass over a JSON text (RFC 8259) that records where every node starts, or finds the first syntax
// error.
import { PositionIndex } from "./position-index.ts";
import { maxDepth, tooDeep } from "./source-file.ts";

/** The location of a JSON syntax error, and its reason. */
export class JsonSyntaxError extends Error {
  override readonly name = "JsonSyntaxError";
  readonly offset: number;
  /** The nesting limit was exceeded, so the rest was not read: the text may be valid JSON. */
  readonly isTooDeep: boolean;

  constructor(message: string, offset: number, isTooDeep = false) {
    super(message);
    this.offset = offset;
    this.isTooDeep = isTooDeep;
  }
}

const blank = /[ \t\n\r]*/y;
// Unrolled: an alternation inside the loop would cost memory for each character of a long description.
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const scalar = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![0-9A-Za-z.+_-])/y;

/**
 * Called with each number: its text, its offset, and the path of names and indices to it from the root, whose
 * key is `""` (valid only during the call).
 */
export type OnNumber = (text: string, start: number, path: readonly (string | number)[]) => void;

/**
 * Returns the positions of all nodes.
 *
 * @throws JsonSyntaxError for invalid JSON, and beyond the nesting limit
 */
export function scanJson(text: string, onNumber?: OnNumber): PositionIndex {
  const scanner = new Scanner(text, onNumber);
  scanner.document();
  return scanner.index;
}

class Scanner {
  readonly index = new PositionIndex();
  readonly #text: string;
  /** Interned names: one copy of each, however often it occurs. */
  readonly #names = new Map<string, string>();
  #at = 0;
  #depth = 0;
  readonly #onNumber: OnNumber | undefined;
  readonly #path: (string | number)[] = [];

  constructor(text: string, onNumber?: OnNumber) {
    this.#text = text;
    this.#onNumber = onNumber;
  }

  document(): void {
    this.#skip(blank);
    this.#value("", this.#at);
    this.#skip(blank);
    if (this.#at < this.#text.length) this.#fail("expected the end of the file");
  }

  #value(key: string | number, start: number): void {
    const node = this.index.open(key, start);
    const [first, from] = [this.#text[this.#at], this.#at];
    this.#path.push(key);
    if (first === "{") this.#container("}", () => this.#member());
    else if (first === "[") this.#container("]", (ordinal) => this.#value(ordinal, this.#at));
    else if (!this.#skip(first === '"' ? string : scalar)) this.#fail("expected a value");
    else if (first !== undefined && /[-0-9]/.test(first)) {
      this.#onNumber?.(this.#text.slice(from, this.#at), from, this.#path);
    }
    this.#path.pop();
    this.index.close(node);
  }

  #container(end: "}" | "]", item: (ordinal: number) => void): void {
    if (++this.#depth > maxDepth) throw new JsonSyntaxError(tooDeep, this.#at, true);
    this.#at++;
    this.#skip(blank);
    if (this.#text[this.#at] !== end) this.#items(end, item);
    this.#at++;
    this.#depth--;
  }

  #items(end: "}" | "]", item: (ordinal: number) => void): void {
    for (let ordinal = 0; ; ordinal++) {
      item(ordinal);
      this.#skip(blank);
      if (this.#text[this.#at] === end) return;
      if (this.#text[this.#at] !== ",") this.#fail(`expected "," or "${end}"`);
      this.#at++;
      this.#skip(blank);
    }
  }

  #member(): void {
    const start = this.#at;
    if (!this.#skip(string)) this.#fail("expected a name in double quotes");
    const name = this.#name(start);
    this.#skip(blank);
    if (this.#text[this.#at] !== ":") this.#fail('expected ":"');
    this.#at++;
    this.#skip(blank);
    this.#value(name, start);
  }

  #name(start: number): string {
    const written = this.#text.slice(start, this.#at);
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const name = String(JSON.parse(written));
    this.#names.set(written, name);
    return name;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #fail(expected: string): never {
    const got = this.#at < this.#text.length ? JSON.stringify(this.#text[this.#at]) : "the end of the file";
    throw new JsonSyntaxError(`${expected}, got ${got}`, this.#at);
  }
}
