// The language between schemas and decisions: for one JSON type, a schema is a formula over simple facts
// about a value.
import type { Json } from "../document/document.ts";
import { isNumeric } from "../document/exact-number.ts";
import type { Unsupported } from "./unsupported.ts";
import type { Rational } from "./rational.ts";
import type { SchemaNode } from "./schema-node.ts";

export const valueTypes = ["null", "boolean", "number", "string", "array", "object"] as const;
/** The six types of JSON values; `integer` is a number that is a multiple of 1. */
export type JsonType = (typeof valueTypes)[number];

/**
 * A schema that must accept (`sign`) or reject the value.
 *
 * Literals of the same `group` above 0 come from the same closed side: together they declare which names an
 * object may have. Group 0 is read as written, as is every rejected schema.
 */
export interface Literal {
  readonly node: SchemaNode;
  readonly sign: boolean;
  readonly group: number;
  /** Set if the literal constrains nothing and only adds names that a closed side declares. */
  readonly namesOnly?: Naming;
}

/**
 * Which names a literal adds. `declared`: those of a schema in any of its branches. `open`: the same, while
 * branches are still to be chosen: one that applies, and lists no properties, would allow further names.
 * `later`: those of a schema that may apply once the branches are chosen; none in the end.
 */
export type Naming = "declared" | "open" | "later";

/**
 * A property whose name is not in `except`, satisfies `matching`, `unlike` and `names`, and whose value
 * satisfies `values`.
 */
export interface SomeProperty {
  readonly except: ReadonlySet<string>;
  readonly matching: readonly string[];
  readonly unlike: readonly string[];
  readonly names: readonly Literal[];
  readonly values: readonly Literal[];
}

/**
 * The property constraints of one schema object by name; `rest` applies to names that are in neither list.
 */
export interface PropertyLayer {
  readonly properties: ReadonlyMap<string, Literal>;
  readonly patterns: readonly (readonly [source: string, literal: Literal])[];
  readonly rest: Literal | undefined;
}

/** The constraint on the properties that some names have; `key` is a text that is equal for equal names. */
export interface OpaqueDemand {
  readonly source: string;
  readonly literal: Literal;
}

/** The item constraints of one schema object by index. */
export interface ItemLayer {
  readonly prefix: readonly Literal[];
  readonly rest: Literal | undefined;
}

/** The names that a schema object of a closed side declares. */
export interface Declaration {
  /** The number of the closed side that declares; the names of each side are closed on their own. */
  readonly group: number;
  readonly names: readonly string[];
  /** True if it lists properties at all: only then is there something to close. */
  readonly lists: boolean;
  /** `promise`: it allows further names explicitly; `patterns`: it names further ones by pattern. */
  readonly openness: "none" | "promise" | "patterns";
  /** True if the declaration applies to this value; `false` if it is in a branch that need not apply. */
  readonly applies: boolean;
  /** True if branches are still to be chosen whose schemas may apply. */
  readonly isOpen?: boolean;
}

/** A fact about a value of a known type. */
export type Atom =
  | { readonly is: "among"; readonly values: readonly Json[] }
  | { readonly is: "notAmong"; readonly values: readonly Json[] }
  | { readonly is: "doubtful"; readonly doubt: Unsupported }
  | {
      readonly is: "bound";
      readonly side: "above" | "below";
      readonly value: Rational;
      readonly open: boolean;
    }
  | { readonly is: "multiple"; readonly step: Rational; readonly holds: boolean }
  | { readonly is: "size"; readonly min: number; readonly max: number }
  | { readonly is: "pattern"; readonly source: string; readonly holds: boolean; readonly node: SchemaNode }
  | { readonly is: "format"; readonly name: string; readonly holds: boolean; readonly node: SchemaNode }
  | { readonly is: "items"; readonly layer: ItemLayer }
  | { readonly is: "item"; readonly at: number; readonly literal: Literal }
  | { readonly is: "someItem"; readonly from: number; readonly literal: Literal }
  | { readonly is: "count"; readonly literal: Literal; readonly min: number; readonly max: number }
  | { readonly is: "distinct"; readonly holds: boolean }
  | { readonly is: "properties"; readonly layer: PropertyLayer }
  | { readonly is: "present"; readonly name: string }
  | { readonly is: "absent"; readonly name: string }
  | { readonly is: "property"; readonly name: string; readonly literal: Literal }
  | { readonly is: "someProperty"; readonly some: SomeProperty }
  | { readonly is: "names"; readonly literal: Literal }
  | { readonly is: "declares"; readonly declaration: Declaration }
  /**
   * Constraints on properties whose names match an unreadable pattern. If `holds` is false, some property
   * violates one.
   */
  | { readonly is: "opaque"; readonly demands: readonly OpaqueDemand[]; readonly holds: boolean };

/** A condition on a value: facts, schemas, and their combinations. */
export type Formula =
  | Atom
  | { readonly is: "literal"; readonly literal: Literal }
  | { readonly is: "all"; readonly of: readonly Formula[] }
  | { readonly is: "any"; readonly of: readonly Formula[] };

/** Always true. */
export const alwaysTrue: Formula = { is: "all", of: [] };
/** Never true. */
export const alwaysFalse: Formula = { is: "any", of: [] };

/** All of the formulas. */
export const all = (of: readonly Formula[]): Formula => (of.length === 1 ? of[0]! : { is: "all", of });
/** One of the formulas; equal literals are merged. */
export function any(of: readonly Formula[]): Formula {
  const different = distinct(of);
  return different.length === 1 ? different[0]! : { is: "any", of: different };
}

function distinct(of: readonly Formula[]): readonly Formula[] {
  if (of.length < 2) return of;
  const seen = new Set<string>();
  return of.filter((formula) => {
    if (formula.is !== "literal") return true;
    const key = keyOf(formula.literal);
    return !seen.has(key) && seen.add(key);
  });
}

/** A literal as a formula. */
export const literal = (of: Literal): Formula => ({ is: "literal", literal: of });
/** A length or count between two bounds, both included. */
export const size = (min: number, max: number): Formula =>
  min > max ? alwaysFalse : { is: "size", min, max };

/** The literal that `node` accepts the value. */
export const accepting = (node: SchemaNode, group: number): Literal => ({ node, sign: true, group });
/** The literal that `node` rejects the value. */
export const rejecting = (node: SchemaNode): Literal => ({ node, sign: false, group: 0 });

/** The literal that only adds the names `node` declares, without a constraint. */
export const naming = (node: SchemaNode, group: number, namesOnly: Naming = "declared"): Literal => ({
  node,
  sign: true,
  group,
  namesOnly,
});

const openLiterals = new WeakMap<Literal, Literal>();

/** Returns a literal as it counts while branches are still to be chosen. */
export function whileOpen(literal: Literal): Literal {
  if (literal.namesOnly === undefined || literal.namesOnly === "open") return literal;
  let open = openLiterals.get(literal);
  if (!open) openLiterals.set(literal, (open = { ...literal, namesOnly: "open" }));
  return open;
}

const marks: Readonly<Record<Naming, string>> = { declared: "~", open: "?", later: "^" };

/** Kept, so that each is one string, whose hash is computed once. */
const literalKeys = new WeakMap<Literal, string>();

/** Returns a key that is equal for equivalent literals. */
export function keyOf(literal: Literal): string {
  let key = literalKeys.get(literal);
  if (key !== undefined) return key;
  const { node, sign, group, namesOnly } = literal;
  key = `${namesOnly ? marks[namesOnly] : sign ? "+" : "-"}${group}:${node.key}`;
  literalKeys.set(literal, key);
  return key;
}

/** Returns a short text that is equal for equal sets of keys; `ids` gives each key its number. */
export function numbersOf(ids: Map<string, number>, keys: Iterable<string>): string {
  const numbers: number[] = [];
  for (const key of keys) {
    let id = ids.get(key);
    if (id === undefined) ids.set(key, (id = ids.size));
    // Sorted as it grows: for a few numbers that is faster than `sort`, and this runs for every goal.
    let at = numbers.length;
    for (; at > 0 && numbers[at - 1]! > id; at--) numbers[at] = numbers[at - 1]!;
    numbers[at] = id;
  }
  return numbers.join(" ");
}

/** Returns the type of a JSON value. */
export function typeOf(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (isNumeric(value)) return "number";
  const type = typeof value;
  return type === "boolean" || type === "string" ? type : "object";
}
