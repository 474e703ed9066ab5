// Merges a schema with everything that it includes by `$ref` and `allOf` into one schema object.
import type { Json, JsonObject } from "../document/document.ts";
import { isNumeric } from "../document/exact-number.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { keywordsWith, vocabulary } from "../vocabulary.ts";
import { conjuncts, type Reading, type SchemaPart, targetOf } from "../containment/schema-part.ts";
import { compare, rationalOf } from "../containment/rational.ts";

/**
 * The merged schema object; `false` if it accepts nothing; undefined where the merge is unknown or
 * contradicts itself in unsupported ways.
 */
export interface Merged {
  readonly schema: JsonObject | false;
  /** Whether the merged schema is exact. */
  readonly isWhole: boolean;
}

/** Keywords of which the higher, or the lower, number is stricter. */
const higher = limits("higher");
const lower = limits("lower");

/**
 * Keywords that depend on another one are excluded, because merging them alone would change that one's
 * meaning.
 */
function limits(stricter: "higher" | "lower"): ReadonlySet<string> {
  return new Set(keywordsWith({ stricter }).filter((keyword) => vocabulary[keyword].beside === undefined));
}

/** Merges a schema. If the result is not `isWhole`, it accepts more than the schema does. */
export function mergedSchema({ root }: Reading, part: SchemaPart): Merged {
  const merged = new Map<string, Json>();
  let isWhole = true;
  for (const { schema } of conjuncts(root, [part])) {
    if (schema === false) return { schema: false, isWhole: true };
    if (!isObject(schema)) continue;
    if (schema["$ref"] !== undefined && targetOf(root, schema) === undefined) isWhole = false;
    for (const [keyword, value] of Object.entries(schema)) {
      if (["$ref", "allOf"].includes(keyword) || value === undefined) continue;
      const known = merged.get(keyword);
      const both = known === undefined ? value : together(keyword, known, value);
      if (both === undefined) isWhole = false;
      else merged.set(keyword, both);
    }
  }
  return { schema: Object.fromEntries(merged), isWhole };
}

/** Returns the value of a keyword that requires both `a` and `b`; undefined if there is none. */
function together(keyword: string, a: Json, b: Json): Json | undefined {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (isNumeric(a) && isNumeric(b)) {
    const greater = compare(rationalOf(a), rationalOf(b)) > 0;
    if (higher.has(keyword)) return greater ? a : b;
    return lower.has(keyword) ? (greater ? b : a) : undefined;
  }
  if (keyword === "required" && isArray(a) && isArray(b)) return [...new Set([...a, ...b])];
  if (keyword === "type") return commonTypes(typesIn(a), typesIn(b));
  if (keyword === "properties" && isObject(a) && isObject(b)) return mergedProperties(a, b);
  return keyword === "items" ? { allOf: [a, b] } : undefined;
}

function typesIn(type: Json): readonly Json[] {
  return isArray(type) ? type : [type];
}

function commonTypes(a: readonly Json[], b: readonly Json[]): Json {
  const holds = (types: readonly Json[], type: Json) =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  return [...new Set([...a.filter((type) => holds(b, type)), ...b.filter((type) => holds(a, type))])];
}

function mergedProperties(a: JsonObject, b: JsonObject): JsonObject {
  const members = new Map<string, Json>(Object.entries(a).map(([name, schema]) => [name, schema ?? true]));
  for (const [name, schema] of Object.entries(b)) {
    const known = members.get(name);
    members.set(name, known === undefined ? (schema ?? true) : { allOf: [known, schema ?? true] });
  }
  return Object.fromEntries(members);
}
