// Finds where nodes of a valid JSON text start. Only containers on the way to a node that was looked up are
// indexed: most comparisons name a few locations of a large document.

/** Where a member is: its name (of an item: its value), and its value. */
interface Member {
  readonly start: number;
  readonly value: number;
}

const codes = { blank: 0x20, quote: 0x22, comma: 0x2c, backslash: 0x5c };
const brackets = { curly: 0x7b, square: 0x5b, endCurly: 0x7d, endSquare: 0x5d };

/** The start offsets of the nodes of a text that `JSON.parse` reads, in which no object has a name twice. */
export class JsonPositions {
  readonly #text: string;
  /** By the offset of a container: its members, by name or index. */
  readonly #containers = new Map<number, ReadonlyMap<string, Member>>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Returns the offset of the node that the segments lead to; of its nearest ancestor if it does not exist.
   */
  find(segments: readonly string[]): number {
    let [start, value] = [this.#afterBlank(0), this.#afterBlank(0)];
    for (const segment of segments) {
      const member = this.#membersAt(value).get(segment);
      if (member === undefined) break;
      ({ start, value } = member);
    }
    return start;
  }

  #membersAt(container: number): ReadonlyMap<string, Member> {
    const known = this.#containers.get(container) ?? this.#readMembers(container);
    this.#containers.set(container, known);
    return known;
  }

  #readMembers(container: number): ReadonlyMap<string, Member> {
    const members = new Map<string, Member>();
    const opening = this.#text.charCodeAt(container);
    const isObject = opening === brackets.curly;
    if (!isObject && opening !== brackets.square) return members;
    let at = this.#afterBlank(container + 1);
    while (!isEnd(this.#text.charCodeAt(at))) {
      const start = at;
      let name = String(members.size);
      if (isObject) {
        at = this.#afterString(at);
        name = JSON.parse(this.#text.slice(start, at)) as string;
        at = this.#afterBlank(this.#afterBlank(at) + 1);
      }
      members.set(name, { start, value: at });
      at = this.#afterBlank(this.#afterValue(at));
      if (this.#text.charCodeAt(at) === codes.comma) at = this.#afterBlank(at + 1);
    }
    return members;
  }

  /** Returns the offset behind a value: of the comma or bracket that ends it, blanks before it included. */
  #afterValue(start: number): number {
    let open = 0;
    for (let at = start; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === codes.quote) at = this.#afterString(at) - 1;
      else if (code === brackets.curly || code === brackets.square) open++;
      else if (open === 0 && (code === codes.comma || isEnd(code))) return at;
      else if (isEnd(code)) open--;
    }
    return this.#text.length;
  }

  #afterString(start: number): number {
    let at = start + 1;
    for (let code = this.#text.charCodeAt(at); code !== codes.quote; code = this.#text.charCodeAt(at))
      at += code === codes.backslash ? 2 : 1;
    return at + 1;
  }

  #afterBlank(start: number): number {
    let at = start;
    while (this.#text.charCodeAt(at) <= codes.blank) at++;
    return at;
  }
}

function isEnd(code: number): boolean {
  return code === brackets.endCurly || code === brackets.endSquare;
}
