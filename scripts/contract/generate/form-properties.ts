// Collects the fields of a form's schema: its own, and those of the schemas it is composed of.
import type { Json, JsonObject } from "../document/document.ts";
import { childPointer, isObject, type Located } from "../document/pointer.ts";
import { partsOf } from "./wire-shape.ts";

/** Returns the schema of each field; if several parts declare a field, a schema that covers all of them. */
export function formProperties(root: JsonObject, schema: Located | undefined): Map<string, Located> {
  const found = new Map<string, Located[]>();
  for (const { pointer, node } of schema === undefined ? [] : partsOf(root, schema)) {
    const properties = node["properties"];
    for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) {
      const place = { pointer: childPointer(pointer, "properties", name), node: property ?? true };
      found.set(name, [...(found.get(name) ?? []), place]);
    }
  }
  return new Map([...found].map(([name, places]) => [name, joined(places)]));
}

/** Returns the schema for undeclared fields; undefined if there is none. */
export function otherFields(root: JsonObject, schema: Located | undefined): Located | undefined {
  const places = (schema === undefined ? [] : partsOf(root, schema)).flatMap(
    ({ pointer, node }): Located[] => {
      const others = node["additionalProperties"];
      return isObject(others) && Object.keys(others).length > 0
        ? [{ pointer: childPointer(pointer, "additionalProperties"), node: others }]
        : [];
    },
  );
  return places.length === 0 ? undefined : joined(places);
}

/** Returns one schema that covers those of several locations. */
export function joined(places: readonly Located[]): Located {
  const [first] = places;
  if (first !== undefined && places.length === 1) return first;
  const anyOf: Json[] = places.map(({ node }) => node);
  return { pointer: first?.pointer ?? "", node: { anyOf } };
}
