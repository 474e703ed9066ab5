// Returns which members and items a schema that accepts a value has evaluated, for `unevaluatedProperties`
// and `unevaluatedItems` (JSON Schema 2020-12, core, section 11).
import type { Json, JsonObject } from "../document/document.ts";
import { escapeSegment, isArray } from "../document/pointer.ts";
import type { Interpretation } from "./interpret.ts";
import { keywordsOf, type Keywords, type Schema } from "./keywords.ts";
import { matches, patternOf } from "./pattern.ts";
import { inner, inPlace, referred, type SchemaNode } from "./schema-node.ts";

/** Returns whether a schema accepts a value; `undefined` if that is unknown. */
export type Look = (node: SchemaNode, value: Json) => Interpretation;

/** A property's name, or an item's index. */
export type Part = string | number;

/**
 * Returns whether `node`, which accepts `value`, evaluates its member or item `part`; `undefined` if that is
 * unknown.
 *
 * The unevaluated keyword of `node` itself counts only if `isBelow` is set, that is, for another schema.
 */
export function evaluates(
  look: Look,
  node: SchemaNode,
  value: JsonObject | readonly Json[],
  part: Part,
  isBelow = false,
): Interpretation {
  if (typeof node.schema === "boolean") return false;
  const keywords = keywordsOf(node.schema);
  const own = isArray(value)
    ? evaluatesItem(look, node, keywords, value, Number(part), isBelow)
    : evaluatesMember(node, keywords, String(part), isBelow);
  if (own === true) return true;
  const below = (of: SchemaNode): Interpretation => evaluates(look, of, value, part, true);
  return either([() => own, ...applied(look, node, keywords, value).map((one) => () => one(below))]);
}

function evaluatesMember(
  node: SchemaNode,
  { maps, single }: Keywords,
  name: string,
  isBelow: boolean,
): Interpretation {
  if (maps.properties?.has(name) === true && !node.hidden.has(name)) return true;
  if (single.additionalProperties !== undefined) return true;
  if (isBelow && single.unevaluatedProperties !== undefined) return true;
  const patterns = [...(maps.patternProperties?.keys() ?? [])];
  return either(patterns.map((source) => () => matches(patternOf(source), name)));
}

function evaluatesItem(
  look: Look,
  node: SchemaNode,
  { lists, single }: Keywords,
  value: readonly Json[],
  at: number,
  isBelow: boolean,
): Interpretation {
  if (at < (lists.prefixItems?.length ?? 0) || single.items !== undefined) return true;
  if (isBelow && single.unevaluatedItems !== undefined) return true;
  if (single.contains === undefined) return false;
  return look(inner(node, single.contains, "contains"), value[at] ?? null);
}

type Below = (node: SchemaNode) => Interpretation;

/** Returns the subschemas for the same value, each with whether it applies. */
function applied(
  look: Look,
  node: SchemaNode,
  { words, lists, single, maps }: Keywords,
  value: JsonObject | readonly Json[],
): ((below: Below) => Interpretation)[] {
  const parts: ((below: Below) => Interpretation)[] = [];
  const at = (schema: Schema, step: string): SchemaNode => inPlace(node, schema, step);
  const target = words.$ref === undefined ? undefined : referred(node, words.$ref);
  if (target) parts.push((below) => below(target));
  for (const [index, schema] of (lists.allOf ?? []).entries())
    parts.push((below) => below(at(schema, `allOf/${index}`)));
  for (const keyword of ["anyOf", "oneOf"] as const) {
    for (const [index, schema] of (lists[keyword] ?? []).entries()) {
      const branch = at(schema, `${keyword}/${index}`);
      parts.push((below) =>
        both(
          () => below(branch),
          () => look(branch, value),
        ),
      );
    }
  }
  if (single.if !== undefined) {
    const test = at(single.if, "if");
    const [yes, no] = (["then", "else"] as const).map((step) => at(single[step] ?? true, step));
    parts.push((below) => {
      const met = look(test, value);
      if (met === false) return below(no!);
      const found = either([() => below(test), () => below(yes!)]);
      return met === true ? found : found === false && below(no!) === false ? false : undefined;
    });
  }
  for (const [name, schema] of isArray(value) ? [] : (maps.dependentSchemas ?? [])) {
    if (Object.hasOwn(value, name))
      parts.push((below) => below(at(schema, `dependentSchemas/${escapeSegment(name)}`)));
  }
  return parts;
}

/** Three-valued OR: one that holds decides it, and an unknown one leaves it open. */
function either(parts: readonly (() => Interpretation)[]): Interpretation {
  let found: Interpretation = false;
  for (const part of parts) {
    const verdict = part();
    if (verdict === true) return true;
    if (verdict === undefined) found = undefined;
  }
  return found;
}

function both(first: () => Interpretation, second: () => Interpretation): Interpretation {
  const verdict = first();
  if (verdict === false) return false;
  const other = second();
  return other === false ? false : verdict === true && other === true ? true : undefined;
}
