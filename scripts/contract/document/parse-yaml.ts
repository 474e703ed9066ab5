// YAML text to a SourceFile: what JSON can say, nothing more. Aliases and merge keys are written out, within reason.
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { composeYaml, type Fail } from "./compose-yaml.ts";
import { copyJson } from "./copy-json.ts";
import { defineMember } from "./define-member.ts";
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import { type Numeric, readNumeric } from "./exact-number.ts";
import { type ReadYaml, readPlainYaml } from "./plain-yaml.ts";
import { isArray, isObject, parsePointer } from "./pointer.ts";
import { LineTable, PositionIndex } from "./position-index.ts";
import { maxDepth, type SourceFile, type SourceText, tooDeep } from "./source-file.ts";

/** Throws a DocumentError for what is not one YAML document, or holds what JSON cannot say. */
export function parseYaml(source: SourceText): SourceFile {
  const { path, name, text, exactNumbers = false } = source;
  const { value, index } = readPlainYaml(text, exactNumbers) ?? readAnyYaml(source);
  let lines: LineTable | undefined;
  return {
    path,
    name,
    value,
    locate: (pointer) => (lines ??= new LineTable(name, text)).placeAt(index.find(parsePointer(pointer))),
  };
}

/** By the parser for all of YAML, which also says what is wrong. */
export function readAnyYaml(source: SourceText): ReadYaml {
  const lines = new LineTable(source.name, source.text);
  const fail = (problem: string, offset: number, fix: string): never => {
    throw new DocumentError(problem, { place: lines.placeAt(offset), fix });
  };
  const reader = new YamlReader(fail, source.exactNumbers === true);
  return { value: reader.read(composeYaml(source.text, fail)), index: reader.index };
}

/** A finished node that an alias can repeat: its value, its place in the index, how deep it goes, and how many nodes it has. */
interface Anchored {
  readonly value: Json;
  readonly position: number;
  readonly height: number;
  readonly weight: number;
}

class YamlReader {
  readonly index = new PositionIndex();
  readonly #fail: Fail;
  readonly #isExact: boolean;
  readonly #anchors = new Map<string, Anchored>();
  #written = 0;
  #expanded = 0;
  #depth = 0;
  /** How deep the node that is being read goes. */
  #deepest = 0;

  constructor(fail: Fail, isExact: boolean) {
    this.#fail = fail;
    this.#isExact = isExact;
  }

  read(root: Node): Json {
    return this.#node(root, "", startOf(root));
  }

  #node(node: unknown, key: string | number, start: number): Json {
    const position = this.index.open(key, start);
    const [before, deepest] = [this.#expanded, this.#deepest];
    this.#written++;
    this.#expanded++;
    this.#deepest = 0;
    this.#reach(++this.#depth, start);
    const value = !isNode(node) ? null : this.#content(node, position);
    this.index.close(position);
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) {
      const height = this.#deepest - this.#depth;
      this.#anchors.set(node.anchor, { value, position, height, weight: this.#expanded - before });
    }
    this.#depth--;
    this.#deepest = Math.max(deepest, this.#deepest);
    return value;
  }

  #reach(depth: number, offset: number): void {
    if (depth > maxDepth) this.#fail(tooDeep, offset, "flatten it");
    this.#deepest = Math.max(this.#deepest, depth);
  }

  #content(node: Node, position: number): Json {
    if (isAlias(node)) {
      const anchored = this.#anchored(node.source, startOf(node));
      this.index.share(position, anchored.position);
      // Every use of an anchor gets its own copy, so that a change to one is no change to the others.
      return copyJson(anchored.value);
    }
    if (isMap(node)) return this.#map(node, position);
    if (isSeq(node)) {
      return node.items.map((item, at) => this.#node(item, at, startOf(item)));
    }
    return this.#scalar(node);
  }

  /** An alias counts as all the nodes it stands for, so that a few lines cannot ask for millions ("billion laughs"). */
  #anchored(name: string, offset: number): Anchored {
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) {
      return this.#fail(
        `the alias *${name} has no anchor &${name} before it`,
        offset,
        "define the anchor first",
      );
    }
    this.#expanded += anchored.weight;
    this.#reach(this.#depth + anchored.height, offset);
    if (this.#expanded > 100_000 + 20 * this.#written) {
      this.#fail(
        "the aliases of this file stand for absurdly many nodes",
        offset,
        "replace the alias with a $ref",
      );
    }
    return anchored;
  }

  #map(node: YAMLMap, position: number): Json {
    const members = new Map<string, Json>();
    const merged: JsonObject[] = [];
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const offset = startOf(pair.key);
      const key = this.#key(pair.key, offset);
      if (key === "<<" && isPlain(pair.key)) {
        for (const one of this.#mergeSources(pair.value, position, offset)) merged.push(one);
        continue;
      }
      if (members.has(key))
        this.#fail(`the key ${JSON.stringify(key)} occurs twice`, offset, "keep one of the two");
      members.set(key, this.#node(pair.value, key, offset));
    }
    return toObject(members, merged);
  }

  /** The maps that a merge key (https://yaml.org/type/merge.html) takes members from, the strongest first. */
  #mergeSources(value: unknown, position: number, offset: number): JsonObject[] {
    const sources = isSeq(value) ? value.items : [value];
    return sources.flatMap((source) => {
      const written = this.index.next;
      const merged = isAlias(source)
        ? this.#anchored(source.source, startOf(source))
        : { value: this.#node(source, "<<", startOf(source)), position: written };
      const maps = isArray(merged.value) && !isSeq(value) ? merged.value : [merged.value];
      if (!maps.every(isObject))
        return this.#fail("a merge key << takes a map or a list of maps", offset, "write <<: *anchor");
      this.index.share(position, merged.position);
      return maps;
    });
  }

  /** Keys are text in JSON: a plain `200` is "200", as written. */
  #key(key: Node | null, offset: number): string {
    if (!isScalar(key)) return this.#fail("this key is not text", offset, "write a text before the colon");
    if (!isPlain(key)) return String(key.value);
    return key.source || this.#fail("this key is empty", offset, "write a text before the colon");
  }

  #scalar(node: Scalar): Json {
    const { value } = node;
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number") {
      const number = this.#isExact ? exactly(node.source) : undefined;
      // A leaf of the document like any other, though its type cannot say so.
      if (number !== undefined) return number as unknown as Json;
      if (Number.isFinite(value)) return value;
    }
    return this.#fail(
      `${node.source ?? "this value"} has no counterpart in JSON`,
      startOf(node),
      "write a text or a number",
    );
  }
}

/** The number that a scalar says, also in base 8 or 16. */
function exactly(text = ""): Numeric | undefined {
  return readNumeric(/^0[ox]/.test(text) ? BigInt(text).toString() : text);
}

function isPlain(node: Node | null): boolean {
  return isScalar(node) && node.type === "PLAIN";
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Own members come before merged ones, and none is mistaken for the prototype. */
function toObject(members: ReadonlyMap<string, Json>, merged: readonly JsonObject[]): Json {
  const object = {};
  for (const [key, value] of members) defineMember(object, key, value);
  for (const source of merged) {
    for (const [key, value] of Object.entries(source)) {
      if (!Object.hasOwn(object, key)) defineMember(object, key, copyJson(value as Json));
    }
  }
  return object;
}
