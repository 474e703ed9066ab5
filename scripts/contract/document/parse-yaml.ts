// Parses YAML text to a SourceFile, restricted to values that JSON can express. Aliases and merge keys are
// expanded, up to a limit.
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

/**
 * Parses a YAML file.
 *
 * @throws DocumentError for anything but one YAML document, and for values that JSON cannot express
 */
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

/** Reads any YAML with the full parser, which also produces the error messages. */
export function readAnyYaml(source: SourceText): ReadYaml {
  const lines = new LineTable(source.name, source.text);
  const fail = (problem: string, offset: number, fix: string): never => {
    throw new DocumentError(problem, { place: lines.placeAt(offset), fix });
  };
  const reader = new YamlReader(fail, source.exactNumbers === true);
  return { value: reader.read(composeYaml(source.text, fail)), index: reader.index };
}

/**
 * A completed node with an anchor: its value, its position in the index, its depth, and its number of nodes.
 */
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
  /** The depth of the node that is being read. */
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
      // Every use of an anchor gets its own copy, so that changing one does not change the others.
      return copyJson(anchored.value);
    }
    if (isMap(node)) return this.#map(node, position);
    if (isSeq(node)) {
      return node.items.map((item, at) => this.#node(item, at, startOf(item)));
    }
    return this.#scalar(node);
  }

  /**
   * An alias counts as all the nodes it expands to, so that a few lines cannot expand to millions ("billion
   * laughs").
   */
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
        "the aliases of this file expand to too many nodes",
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

  /**
   * Returns the maps whose members a merge key (https://yaml.org/type/merge.html) takes, in descending
   * precedence.
   */
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

  /** Keys are strings in JSON: a plain `200` becomes "200", as written. */
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
      // An `ExactNumber` is a leaf of the document, which the type `Json` cannot express.
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

/** Returns the number of a scalar, also of one in base 8 or 16. */
function exactly(text = ""): Numeric | undefined {
  return readNumeric(/^0[ox]/.test(text) ? BigInt(text).toString() : text);
}

function isPlain(node: Node | null): boolean {
  return isScalar(node) && node.type === "PLAIN";
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Own members precede merged ones; names such as `__proto__` are treated like any other. */
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
