// Decides whether a location in a body is declared by the body's schema.
import type { Json, JsonObject } from "../document/document.ts";
import { follow, isArray, isObject } from "../document/pointer.ts";
import { matcherOf } from "../schema/patterns/pattern-matcher.ts";

/**
 * Returns true if instances of a schema may have a value at a path, because the schema declares it or is
 * unrestricted there.
 */
export function declaresPath(
  root: JsonObject,
  schema: Json,
  path: readonly string[],
  seen = new Map<JsonObject, Set<number>>(),
): boolean {
  const { node } = follow(root, { pointer: "", node: schema });
  if (node === true) return true;
  // The same schema with the same rest of the path was already visited.
  if (!isObject(node) || seen.get(node)?.has(path.length) === true) return false;
  seen.set(node, (seen.get(node) ?? new Set()).add(path.length));
  const [segment, ...rest] = path;
  if (segment === undefined) return true;
  if (saysNothing(node)) return true;
  if (stepsInto(node, segment).some((inner) => declaresPath(root, inner, rest, seen))) return true;
  return branches(node).some((branch) => declaresPath(root, branch, path, seen));
}

function saysNothing(schema: JsonObject): boolean {
  return ["type", "properties", "items", "enum", "const", "allOf", "anyOf", "oneOf"].every(
    (keyword) => schema[keyword] === undefined,
  );
}

function stepsInto(schema: JsonObject, segment: string): Json[] {
  const { properties, patternProperties, additionalProperties, prefixItems, items } = schema;
  const named = isObject(properties) && Object.hasOwn(properties, segment) ? [properties[segment]] : [];
  const patterned = Object.entries(isObject(patternProperties) ? patternProperties : {}).flatMap(
    ([pattern, inner]) => (matcherOf(pattern).test(segment) === false ? [] : [inner]),
  );
  const numbered = /^(0|[1-9][0-9]*)$/.test(segment)
    ? [isArray(prefixItems) ? prefixItems[Number(segment)] : undefined, items]
    : [];
  return [...named, ...patterned, additionalProperties, ...numbered].filter((inner) => inner !== undefined);
}

function branches(schema: JsonObject): Json[] {
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = schema[keyword];
    return isArray(list) ? list : [];
  });
  return [...lists, schema["then"], schema["else"]].filter((branch) => branch !== undefined);
}
