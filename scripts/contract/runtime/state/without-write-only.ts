// Removes from responses the properties that are only written (`writeOnly`), such as passwords.
import { setOwn } from "../wire-value.ts";
import { isRecord } from "./record.ts";
import type { Schemas } from "./schemas.ts";

/** Returns the value itself if nothing of it is hidden. */
export function withoutWriteOnly(schemas: Schemas, schema: unknown, value: unknown): unknown {
  if (!isRecord(schema) || !schemas.about(schema, hidesSomething)) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) =>
      itemSchemas(schemas, schema, at).reduce<unknown>(
        (left, one) => withoutWriteOnly(schemas, one, left),
        item,
      ),
    );
  }
  if (!isRecord(value)) return value;
  const shown: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const declared = declarations(schemas, schema, name);
    if (declared.some((one) => schemas.follow(one)["writeOnly"] === true)) continue;
    setOwn(
      shown,
      name,
      declared.reduce<unknown>((left, one) => withoutWriteOnly(schemas, one, left), member),
    );
  }
  return shown;
}

/**
 * Returns all subschemas for a property: declared by name, by pattern, by adjacent subschemas, and for
 * additional properties.
 */
function declarations(schemas: Schemas, schema: unknown, name: string, seen = new Set<unknown>()): unknown[] {
  const node = schemas.follow(schema);
  if (seen.has(node)) return [];
  seen.add(node);
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = node;
  const named = isRecord(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [];
  const matching = Object.entries(isRecord(patternProperties) ? patternProperties : {}).flatMap(
    ([pattern, one]) => (schemas.matches(pattern, name) ? [one] : []),
  );
  const own = [...named, ...matching];
  if (own.length === 0) own.push(additionalProperties, unevaluatedProperties);
  return [...own, ...beside(node).flatMap((part) => declarations(schemas, part, name, seen))].filter(
    isRecord,
  );
}

/** Returns all subschemas for an item: by its position, or for further items, also of adjacent subschemas. */
function itemSchemas(schemas: Schemas, schema: unknown, at: number, seen = new Set<unknown>()): unknown[] {
  const node = schemas.follow(schema);
  if (seen.has(node)) return [];
  seen.add(node);
  const { prefixItems, items } = node;
  const own: unknown = Array.isArray(prefixItems) && at < prefixItems.length ? prefixItems[at] : items;
  return [own, ...beside(node).flatMap((part) => itemSchemas(schemas, part, at, seen))].filter(isRecord);
}

function beside(schema: Readonly<Record<string, unknown>>): unknown[] {
  const { allOf, anyOf, oneOf, then, else: otherwise, dependentSchemas } = schema;
  const lists = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const dependent = isRecord(dependentSchemas) ? Object.values(dependentSchemas) : [];
  return [...lists, then, otherwise, ...dependent].filter(isRecord);
}

/** Whether a schema, or one within it, hides a property. */
function hidesSomething(schemas: Schemas, schema: object): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = [schema];
  while (open.length > 0) {
    const next = open.pop();
    if (!isRecord(next)) continue;
    const node = schemas.follow(next);
    if (seen.has(node)) continue;
    seen.add(node);
    if (node["writeOnly"] === true) return true;
    const { properties, patternProperties, additionalProperties, unevaluatedProperties } = node;
    const { items, prefixItems } = node;
    open.push(additionalProperties, unevaluatedProperties, items);
    const first = Array.isArray(prefixItems) ? (prefixItems as unknown[]) : [];
    const members = [properties, patternProperties].flatMap((one) =>
      isRecord(one) ? Object.values(one) : [],
    );
    for (const part of [...first, ...beside(node), ...members]) open.push(part);
  }
  return false;
}
