// The property names that a schema knows: those that any in-place subschema declares or requires.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { conjuncts, type SchemaPart } from "../../containment/schema-part.ts";

/** Follows `$ref`, `allOf`, and every branch; `not` and `if` declare nothing. */
export function knownNames(root: JsonObject, parts: readonly SchemaPart[]): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Json>();
  const open = [...parts];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const { schema } of conjuncts(root, [part])) {
      if (!isObject(schema) || seen.has(schema)) continue;
      seen.add(schema);
      const { properties, required, dependentRequired } = schema;
      if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name);
      const needed = [required, ...(isObject(dependentRequired) ? Object.values(dependentRequired) : [])];
      for (const name of needed.flatMap((list) => (isArray(list) ? [...list] : [])))
        if (typeof name === "string") names.add(name);
      for (const branch of branchesOf(schema)) open.push({ schema: branch });
    }
  }
  return names;
}

function branchesOf({ oneOf, anyOf, then, else: otherwise, dependentSchemas }: JsonObject): Json[] {
  const lists = [oneOf, anyOf].flatMap((list) => (isArray(list) ? [...list] : []));
  const dependent = isObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
  return [...lists, then, otherwise, ...dependent].filter((branch) => branch !== undefined);
}
