// The names that a sender knows, implemented a second time without case analysis, to validate the search
// against.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { isObject, matchesPattern, same } from "./reference-keywords.ts";
import { resolve } from "./reference-validator.ts";

const schemasIn = (value: Json | undefined): Json[] =>
  Array.isArray(value)
    ? (value as Json[])
    : isObject(value)
      ? Object.values(value).map((one) => one ?? true)
      : [];

/** All schema objects that apply to the same value as `schemas`, in any branch. */
function inPlace(root: JsonObject, schemas: readonly Json[]): JsonObject[] {
  const found = new Set<JsonObject>();
  const open = [...schemas];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isObject(next) || found.has(next)) continue;
    found.add(next);
    const { $ref, allOf, anyOf, oneOf, then: yes, else: no, dependentSchemas } = next;
    if (typeof $ref === "string") open.push(resolve(root, $ref));
    open.push(...schemasIn(allOf), ...schemasIn(anyOf), ...schemasIn(oneOf), ...schemasIn(dependentSchemas));
    if (next["if"] !== undefined) open.push(yes ?? true, no ?? true);
  }
  return [...found];
}

/**
 * Whether every property name in `value`, at any depth, is declared by `schemas`, or may be any name because
 * they declare none.
 */
export function knows(root: JsonObject, schemas: readonly Json[], value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  const parts = inPlace(root, schemas);
  if (parts.some((part) => spelledOut(part).some((one) => same(one, value)))) return true;
  if (Array.isArray(value)) {
    return (value as Json[]).every((item, at) => {
      const said = parts.flatMap(({ prefixItems, items }): Json[] => {
        const first = Array.isArray(prefixItems) ? (prefixItems as Json[])[at] : undefined;
        const one = first ?? items;
        return one === undefined ? [] : [one];
      });
      return knows(root, said, item);
    });
  }
  const lists = (part: JsonObject): string[] =>
    isObject(part["properties"]) ? Object.keys(part["properties"]) : [];
  const names = new Set(
    parts.flatMap((part) => [...lists(part), ...((part["required"] as string[] | undefined) ?? [])]),
  );
  const isFree = !parts.some((part) => lists(part).length > 0);
  return Object.entries(value).every(([name, inner = null]) => {
    if (!isFree && !names.has(name)) return false;
    const said = parts.flatMap((part) => speaking(part, name));
    return knows(root, said, inner);
  });
}

/** Values that a schema lists literally (`const`, `enum`); they are sent unchanged. */
function spelledOut(part: JsonObject): readonly Json[] {
  const values = part["enum"];
  return [
    ...(part["const"] === undefined ? [] : [part["const"]]),
    ...(Array.isArray(values) ? (values as Json[]) : []),
  ];
}

function speaking(part: JsonObject, name: string): Json[] {
  const { properties, patternProperties, additionalProperties } = part;
  const own = isObject(properties) && Object.hasOwn(properties, name) ? [properties[name] ?? true] : [];
  const byPattern = Object.entries(isObject(patternProperties) ? patternProperties : {})
    .filter(([source]) => matchesPattern(source, name))
    .map(([, schema]) => schema ?? true);
  const said = [...own, ...byPattern];
  return said.length > 0 || additionalProperties === undefined ? said : [additionalProperties];
}
