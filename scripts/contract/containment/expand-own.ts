// Expands what one schema object asserts by itself: whether it is readable, its types, and the keywords about
// the value and its parts.
import { type Unsupported, unsupportedAt } from "./unsupported.ts";
import { arrayAssertions } from "./expand-array.ts";
import { objectAssertions } from "./expand-object.ts";
import { type Assertion, numberAssertions, stringAssertions } from "./expand-scalar.ts";
import { valueFormula } from "./expand-value.ts";
import type { JsonType } from "./formula.ts";
import type { Keywords } from "./keywords.ts";
import { referred, type SchemaNode } from "./schema-node.ts";

/** Decides which schemas exclude each other. */
export interface Disjointness {
  /** True if no value of a type is accepted by both; `false` if that is unknown. */
  isDisjoint(a: SchemaNode, b: SchemaNode, type: JsonType): boolean;
  /**
   * Counts steps of work.
   *
   * @throws if the budget is spent
   */
  spend(steps: number): void;
}

/** Returns whether `types` allows values of `type`: all, only integers, or none. */
export function typeFit(types: Keywords["types"], type: JsonType): "yes" | "integer" | "no" {
  if (!types || types.includes(type)) return "yes";
  return type === "number" && types.includes("integer") ? "integer" : "no";
}

/** Expands the keywords about the value itself and its parts. */
export function ownAssertions(
  node: SchemaNode,
  keywords: Keywords,
  type: JsonType,
  group: number,
): Assertion[] {
  const values = keywords.values.map((list) => valueFormula(list, type, group));
  return [...values, ...typedAssertions(node, keywords, type, group)];
}

function typedAssertions(node: SchemaNode, keywords: Keywords, type: JsonType, group: number): Assertion[] {
  if (type === "number") return numberAssertions(keywords);
  if (type === "string") return stringAssertions(node, keywords);
  if (type === "array") return arrayAssertions(node, keywords, group);
  return type === "object" ? objectAssertions(node, keywords, group) : [];
}

/** Returns what makes a schema unreadable for the search, whatever its other keywords are. */
export function foreignPart(node: SchemaNode, { words }: Keywords): Unsupported | undefined {
  if (words.$dynamicRef !== undefined) {
    return unsupportedAt(
      node,
      "$dynamicRef",
      "the target of a dynamic reference depends on the referring schema",
    );
  }
  const foreign = typeof node.schema === "boolean" ? undefined : node.scope.foreignWord(node.schema);
  if (foreign !== undefined) return unsupportedAt(node, "$schema", foreign);
  if (words.$ref !== undefined && !referred(node, words.$ref)) {
    return unsupportedAt(node, "$ref", `nothing is found at ${words.$ref}`);
  }
  return undefined;
}
