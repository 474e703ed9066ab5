// Where each node of one source text starts: two small integers and a key per node, so that large documents stay cheap.
import type { SourcePlace } from "./document.ts";

/** The offsets at which the nodes of a text start, found by pointer. Built in document order, parents first. */
export class PositionIndex {
  readonly #keys: (string | number)[] = [];
  readonly #starts: number[] = [];
  /** Index of the first node that is no longer inside. */
  readonly #ends: number[] = [];
  /** YAML's aliases and merge keys: where else a node's members are written. */
  readonly #elsewhere = new Map<number, number[]>();
  /** The members of nodes that were looked into, by key: a list of all findings asks for the same ones again and again. */
  readonly #members = new Map<number, ReadonlyMap<string, number>>();

  /** Adds a node inside the one that is open; `key` is its name or its place in an array. Returns the node's index. */
  open(key: string | number, start: number): number {
    this.#keys.push(key);
    this.#ends.push(0);
    return this.#starts.push(start) - 1;
  }

  /** The index that the next node gets. */
  get next(): number {
    return this.#starts.length;
  }

  close(node: number): void {
    this.#ends[node] = this.#starts.length;
  }

  /** Says that a node's members are also those of another node, added before. */
  share(node: number, other: number): void {
    const others = this.#elsewhere.get(node);
    if (others === undefined) this.#elsewhere.set(node, [other]);
    else others.push(other);
  }

  /** The offset of the node that the segments lead to; of the nearest one above when there is none. */
  find(segments: readonly string[]): number {
    let node = 0;
    for (const segment of segments) {
      const next = this.#child(node, segment);
      if (next === undefined) break;
      node = next;
    }
    return this.#starts[node] ?? 0;
  }

  /** The second of two members with the same name in one object, as its name and offset. */
  findDuplicate(): { name: string; start: number } | undefined {
    for (let node = 0; node < this.#starts.length; node++) {
      const seen = new Set<string | number>();
      for (let member = node + 1; member < this.#ends[node]!; member = this.#ends[member]!) {
        const name = this.#keys[member]!;
        if (seen.has(name)) return { name: String(name), start: this.#starts[member]! };
        seen.add(name);
      }
    }
    return undefined;
  }

  #child(node: number, segment: string): number | undefined {
    const own = this.#membersOf(node).get(segment);
    if (own !== undefined) return own;
    for (const other of this.#elsewhere.get(node) ?? []) {
      const member = this.#child(other, segment);
      if (member !== undefined) return member;
    }
    return undefined;
  }

  #membersOf(node: number): ReadonlyMap<string, number> {
    const known = this.#members.get(node);
    if (known !== undefined) return known;
    const members = new Map<string, number>();
    for (let member = node + 1; member < this.#ends[node]!; member = this.#ends[member]!) {
      const key = String(this.#keys[member]);
      if (!members.has(key)) members.set(key, member);
    }
    this.#members.set(node, members);
    return members;
  }
}

/** Turns offsets in a text into lines and columns, which count from 1; columns in UTF-16 units, as editors do. */
export class LineTable {
  readonly #file: string;
  readonly #starts: number[] = [0];

  constructor(file: string, text: string) {
    this.#file = file;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  placeAt(offset: number): SourcePlace {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { file: this.#file, line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}
