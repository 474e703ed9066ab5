// Start offsets of the nodes of one source text: two small integers and a key per node, to keep large
// documents cheap.
import type { SourceLocation } from "./document.ts";

/** Number of members up to which those of a node are not indexed: an index takes far more than a name. */
const fewMembers = 16;

/** The start offsets of the nodes of a text, found by pointer. Built in document order, parents first. */
export class PositionIndex {
  readonly #keys: (string | number)[] = [];
  readonly #starts: number[] = [];
  /** Per node: the index of the first later node that is not a descendant. */
  readonly #ends: number[] = [];
  /** For YAML aliases and merge keys: other nodes whose members are also members of a node. */
  readonly #elsewhere = new Map<number, number[]>();
  /**
   * The members of nodes with many that were looked up, by key, because a list of all findings looks up the
   * same ones repeatedly.
   */
  readonly #members = new Map<number, ReadonlyMap<string, number>>();

  /** Adds a node to the open one; `key` is its name, or its index in an array. Returns the node's index. */
  open(key: string | number, start: number): number {
    this.#keys.push(key);
    this.#ends.push(0);
    return this.#starts.push(start) - 1;
  }

  /** The index of the next node that is added. */
  get next(): number {
    return this.#starts.length;
  }

  close(node: number): void {
    this.#ends[node] = this.#starts.length;
  }

  /** Records that the members of `node` are also those of `other`, which was added before. */
  share(node: number, other: number): void {
    const others = this.#elsewhere.get(node);
    if (others === undefined) this.#elsewhere.set(node, [other]);
    else others.push(other);
  }

  /**
   * Returns the offset of the node that the segments lead to; of its nearest ancestor if it does not exist.
   */
  find(segments: readonly string[]): number {
    let node = 0;
    for (const segment of segments) {
      const next = this.#child(node, segment);
      if (next === undefined) break;
      node = next;
    }
    return this.#starts[node] ?? 0;
  }

  /** Returns the name and offset of a member whose name occurred before in the same object. */
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
    const own = this.#member(node, segment);
    if (own !== undefined) return own;
    for (const other of this.#elsewhere.get(node) ?? []) {
      const member = this.#child(other, segment);
      if (member !== undefined) return member;
    }
    return undefined;
  }

  #member(node: number, segment: string): number | undefined {
    const known = this.#members.get(node);
    if (known !== undefined) return known.get(segment);
    const end = this.#ends[node]!;
    let looks = fewMembers;
    for (let member = node + 1; member < end; member = this.#ends[member]!) {
      if (String(this.#keys[member]) === segment) return member;
      if (--looks === 0) return this.#membersOf(node).get(segment);
    }
    return undefined;
  }

  #membersOf(node: number): ReadonlyMap<string, number> {
    const members = new Map<string, number>();
    for (let member = node + 1; member < this.#ends[node]!; member = this.#ends[member]!) {
      const key = String(this.#keys[member]);
      if (!members.has(key)) members.set(key, member);
    }
    this.#members.set(node, members);
    return members;
  }
}

/**
 * Converts offsets in a text to lines and columns, which count from 1; columns in UTF-16 units, as in
 * editors.
 */
export class LineTable {
  readonly #file: string;
  readonly #starts: number[] = [0];

  constructor(file: string, text: string) {
    this.#file = file;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  placeAt(offset: number): SourceLocation {
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
