// Finds the subtypes that the discriminator of a schema implies: schemas it does not reference, but of which
// its values may be.
import type { Json, JsonObject } from "./document.ts";
import { childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "./pointer.ts";

/**
 * Returns the schemas of a discriminator's mapping, by reference or by name (OpenAPI 3.1, section 4.8.25).
 */
export function mappedSchemas(root: JsonObject, schema: Json): string[] {
  const mapping = isObject(schema) ? objectAt(objectAt(schema, "discriminator"), "mapping") : {};
  return Object.values(mapping).flatMap((value) => {
    if (typeof value !== "string") return [];
    const named = childPointer("/components/schemas", value);
    return localPointer(value) ?? (resolvePointer(root, named) === undefined ? [] : named);
  });
}

/** Schema → the schemas whose `allOf` includes it; a discriminator without a mapping selects them by name. */
export function inheritance(root: JsonObject): Map<string, string[]> {
  const heirs = new Map<string, string[]>();
  for (const [name, node] of Object.entries(objectAt(objectAt(root, "components"), "schemas"))) {
    const parts = isObject(node) && isArray(node["allOf"]) ? node["allOf"] : [];
    for (const part of parts) {
      const parent = localPointer(refOf(part) ?? "");
      if (parent === undefined) continue;
      heirs.set(parent, [...(heirs.get(parent) ?? []), childPointer("/components/schemas", name)]);
    }
  }
  return heirs;
}

function objectAt(node: JsonObject, key: string): JsonObject {
  const value = node[key];
  return isObject(value) ? value : {};
}
