// Rewrites a schema of an OpenAPI document as one self-contained JSON Schema, without the properties its view
// hides.
import type { Json, JsonObject } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { keywordsWith } from "../vocabulary.ts";
import { branchesApart, dependentApart, formatKeyword, nameProto } from "./ajv-apart.ts";
import { containsBeside } from "./contains-beside.ts";
import { foreignPart } from "./expand-own.ts";
import { keywordsOf, type Keywords, type Schema } from "./keywords.ts";
import { patternOf } from "./pattern.ts";
import { inner, inPlace, referred, type SchemaNode } from "./schema-node.ts";
import { hasManyBranches, type ShownParts } from "./shown-parts.ts";

/** A schema that a validator of 2020-12 can compile, or the reason why none can. */
export interface PlainSchema {
  readonly schema: JsonObject;
  readonly obstacle: string | undefined;
  /**
   * Targets of `refersTo` by index: schemas of parts of the value, compiled once a value has such a part.
   */
  readonly parts: readonly SchemaNode[];
  /** Number of schemas it consists of, parts included: the cost of compiling it. */
  readonly size: number;
}

/** Internal keyword: the value must satisfy `parts[n]`. */
export const refersTo = "refersTo";

/**
 * Keywords that apply to parts of the value and whose results do not matter to the schema that holds them.
 */
const partKeywords: ReadonlySet<string> = new Set(keywordsWith({ applies: "to parts" }));
/** Depth beyond which schemas are separated: a compiler recurses into a single schema. */
const pieceDepth = 20;

/**
 * Rewrites `node`; every schema it references becomes a definition.
 *
 * @param shown the parts of it that matter for some values. Default: all
 */
export function plainSchema(node: SchemaNode, shown?: ShownParts): PlainSchema {
  const apart = new PlainWriter({ hidesContains: false, splits: true, shown }).write(node);
  if (!apart.looksAround) return apart;
  const schema = new PlainWriter({ hidesContains: false, splits: false, shown }).write(node);
  return schema.looksAtRest
    ? new PlainWriter({ hidesContains: true, splits: false, shown }).write(node)
    : schema;
}

class PlainWriter {
  #obstacle: string | undefined;
  #looksAtRest = false;
  #looksAround = false;
  #written = 0;
  readonly parts: SchemaNode[] = [];
  readonly #hidesContains: boolean;
  readonly #splits: boolean;
  readonly #shown: ShownParts | undefined;
  #whole: SchemaNode | undefined;
  readonly #names = new Map<string, string>();
  readonly #open: SchemaNode[] = [];

  /**
   * @param options.hidesContains whether `unevaluatedItems` itself covers the items that `contains` matched
   * @param options.splits whether in-place subschemas are checked separately, too; an unevaluated keyword
   *   cannot see into them
   * @param options.shown see `plainSchema`
   */
  constructor(options: {
    readonly hidesContains: boolean;
    readonly splits: boolean;
    readonly shown: ShownParts | undefined;
  }) {
    this.#hidesContains = options.hidesContains;
    this.#splits = options.splits;
    this.#shown = options.shown;
  }

  write(node: SchemaNode): PlainSchema & { readonly looksAtRest: boolean; readonly looksAround: boolean } {
    this.#whole = node;
    this.#define(node);
    const [whole = true, ...others] = this.#definitions();
    const $defs = Object.fromEntries(others.map((schema, at) => [`s${at + 1}`, schema]));
    const { parts } = this;
    const looks = { looksAtRest: this.#looksAtRest, looksAround: this.#looksAround };
    const schema = { ...(isObject(whole) ? whole : { allOf: [whole] }), $defs };
    return { schema, obstacle: this.#obstacle, parts, size: this.#written + parts.length, ...looks };
  }

  /** Applies `node` to the same value. */
  #applied(node: SchemaNode): JsonObject {
    return this.#splits ? { [refersTo]: this.parts.push(node) - 1 } : { $ref: this.#define(node) };
  }

  /** Returns the reference to `node`. */
  #define(node: SchemaNode): string {
    let name = this.#names.get(node.key);
    if (name === undefined) {
      this.#names.set(node.key, (name = `s${this.#names.size}`));
      this.#open.push(node);
    }
    return name === "s0" ? "#" : `#/$defs/${name}`;
  }

  /** Returns the definitions. The first is the whole schema: a compiler makes a function for each. */
  #definitions(): Json[] {
    const definitions: Json[] = [];
    for (let at = 0; at < this.#open.length; at += 1) definitions.push(this.#write(this.#open[at]!, 0));
    return definitions;
  }

  #write(node: SchemaNode, depth: number): Json {
    this.#written += 1;
    if (typeof node.schema === "boolean") return node.schema;
    const keywords = keywordsOf(node.schema);
    const doubt = foreignPart(node, keywords);
    if (doubt) this.#obstacle ??= `${doubt.pointer ?? ""}: ${doubt.reason}`;
    const { $ref, pattern, format } = keywords.words;
    const target = $ref === undefined ? undefined : referred(node, $ref);
    return {
      ...this.#values(node),
      ...(target ? this.#applied(target) : {}),
      ...(pattern === undefined ? {} : { pattern }),
      ...formatKeyword(format),
      ...this.#applicators(node, depth + 1),
    };
  }

  #values({ schema, hidden }: SchemaNode): Record<string, Json> {
    if (typeof schema === "boolean") return {};
    const { numbers, types, required, dependentRequired, uniqueItems } = keywordsOf(schema);
    const seen = (names: readonly string[]): string[] => names.filter((name) => !hidden.has(name));
    const dependent = [...dependentRequired].map(([name, others]) => [name, seen(others)] as const);
    return {
      ...(Object.fromEntries(
        Object.entries(numbers).filter(([keyword]) => !keyword.endsWith("Contains")),
      ) as JsonObject),
      ...(types ? { type: types } : {}),
      required: seen(required),
      ...(dependent.length > 0 ? { dependentRequired: Object.fromEntries(dependent) } : {}),
      ...(uniqueItems ? { uniqueItems } : {}),
    };
  }

  #applicators(node: SchemaNode, depth: number): Record<string, Json> {
    const written: Record<string, Json> = {};
    if (typeof node.schema === "boolean") return written;
    const { single, lists, maps, values } = keywordsOf(node.schema);
    for (const [keyword, schema] of Object.entries(single)) {
      written[keyword] = this.#child(node, keyword, schema, depth);
    }
    for (const [keyword, schemas] of Object.entries(lists)) {
      const listed = this.#listed(node, keyword, schemas);
      const different = keyword === "allOf" || keyword === "anyOf" ? distinct(node, keyword, listed) : listed;
      written[keyword] = different.map((schema, at) =>
        this.#child(node, keyword, schema, depth, `${keyword}/${at}`),
      );
    }
    for (const [keyword, schemas] of Object.entries(maps)) {
      const shown = [...schemas].filter(([name]) => keyword !== "properties" || this.#shows(node, name));
      written[keyword] = Object.fromEntries(
        shown.map(([name, schema]) => [
          name,
          this.#child(node, keyword, schema, depth, `${keyword}/${name}`),
        ]),
      );
    }
    nameProto(written);
    const { if: condition } = written;
    if (condition !== undefined && !this.#hidesContains) {
      // Ajv counts what a condition has looked at as evaluated, even if the condition fails.
      written["if"] = { not: { not: condition } };
      written["then"] = { allOf: [condition, written["then"] ?? true] };
    }
    this.#looksAround ||= single.unevaluatedItems !== undefined || single.unevaluatedProperties !== undefined;
    if (single.unevaluatedItems !== undefined) this.#writeRest(node, written, depth);
    const apart = [
      ...(this.#splits ? [] : branchesApart(written)),
      ...values.map((list) => ({ enum: list })),
      ...this.#containsApart(node, written),
      ...dependentApart(written),
    ];
    if (apart.length > 0)
      written["allOf"] = [...apart, ...((written["allOf"] as readonly Json[] | undefined) ?? [])];
    return written;
  }

  /** True if a property is written: one that no value has is not checked. */
  #shows(node: SchemaNode, name: string): boolean {
    return (
      !node.hidden.has(name) && (node !== this.#whole || this.#shown?.properties?.includes(name) !== false)
    );
  }

  /** Returns the branches of a list that are written. */
  #listed(node: SchemaNode, keyword: string, schemas: readonly Schema[]): readonly Schema[] {
    if (node !== this.#whole || (keyword !== "anyOf" && keyword !== "oneOf")) return schemas;
    return this.#shown?.branches[keyword]?.map((at) => schemas[at]!) ?? schemas;
  }

  /**
   * Rewrites a subschema. A bare reference was followed when its node was made, so the written schema is its
   * target.
   */
  #child(node: SchemaNode, keyword: string, schema: Schema, depth: number, step = keyword): Json {
    const isPart = partKeywords.has(keyword);
    const child = isPart ? inner(node, schema, step) : inPlace(node, schema, step);
    // An unreadable schema is evaluated only if a value reaches it.
    const isReadable = typeof child.schema === "boolean" || !isForeign(child, keywordsOf(child.schema));
    const isHere = child.schema === schema && depth < pieceDepth && isReadable && !hasManyBranches(child);
    if (isHere || typeof child.schema === "boolean") return this.#write(child, depth);
    return isPart ? { [refersTo]: this.parts.push(child) - 1 } : this.#applied(child);
  }

  /** Separates `contains` into a schema of its own: Ajv loses its result beside other array keywords. */
  #containsApart({ schema }: SchemaNode, written: Record<string, Json>): Json[] {
    const { contains } = written;
    if (contains === undefined || typeof schema === "boolean") return [];
    delete written["contains"];
    const { minContains, maxContains } = keywordsOf(schema).numbers;
    const counted = {
      contains,
      ...(minContains === undefined ? {} : { minContains }),
      ...(maxContains === undefined ? {} : { maxContains }),
    };
    return [this.#hidesContains ? { not: { not: counted } } : counted];
  }

  /**
   * Writes the unevaluated keyword. Ajv counts every item as evaluated beside a `contains`; 2020-12 only
   * those that match.
   */
  #writeRest(node: SchemaNode, written: Record<string, Json>, depth: number): void {
    this.#looksAtRest = true;
    const beside = containsBeside(node);
    if (!beside)
      this.#obstacle ??= `${node.pointer}: which items contains has evaluated depends on the value`;
    else if (beside.length > 0) {
      const found = beside.map((contains) => this.#write(contains, depth));
      written["unevaluatedItems"] = { anyOf: [...found, written["unevaluatedItems"]!] };
    }
  }
}

function isForeign(node: SchemaNode, keywords: Keywords): boolean {
  const { pattern } = keywords.words;
  return (
    foreignPart(node, keywords) !== undefined ||
    (pattern !== undefined && patternOf(pattern).expression === undefined)
  );
}

/** Returns each distinct schema once, by structure. */
function distinct(node: SchemaNode, keyword: string, schemas: readonly Schema[]): readonly Schema[] {
  const byKey = new Map(
    schemas.toReversed().map((schema) => [inPlace(node, schema, keyword).key, schema] as const),
  );
  return [...byKey.values()].reverse();
}
