// Values that may be valid against a schema, and values close to one; a validator decides which are.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import {
  childPointer,
  isArray,
  isObject,
  localPointer,
  refOf,
  resolvePointer,
} from "../../../scripts/contract/document/pointer.ts";
import { kindsIn } from "../../../scripts/contract/generate/types/kinds-in.ts";

/** Returns a value meant to be valid, selected by a number: another number may give another one. */
export function guess(root: JsonObject, schema: Json, choice: number, depth = 0): Json {
  if (!isObject(schema) || depth > 6) return depth > 6 ? null : "any";
  const { enum: values, const: value, allOf, anyOf, oneOf } = schema;
  if (value !== undefined) return value;
  if (isArray(values)) return values[choice % Math.max(1, values.length)] ?? null;
  const below = (one: Json | undefined): Json => guess(root, one ?? true, choice, depth + 1);
  const pointer = localPointer(refOf(schema) ?? "");
  const parts = [
    ...(pointer === undefined ? [] : [below(resolvePointer(root, pointer))]),
    ...(isArray(allOf) ? allOf.map(below) : []),
    ...[anyOf, oneOf]
      .filter(isArray)
      .flatMap((list) => (list.length === 0 ? [] : [below(list[choice % list.length])])),
  ];
  const kinds = kindsIn(schema);
  const own =
    parts.length > 0 && kinds.length > 1
      ? undefined
      : ofKind(schema, kinds[choice % Math.max(1, kinds.length)] ?? "string", below, choice);
  return [...parts, ...(own === undefined ? [] : [own])].reduce(merged);
}

function merged(left: Json, right: Json): Json {
  return isObject(left) && isObject(right)
    ? { ...left, ...right }
    : isObject(left) || isArray(left)
      ? left
      : right;
}

function ofKind(
  schema: JsonObject,
  kind: string,
  below: (one: Json | undefined) => Json,
  choice: number,
): Json {
  const { properties, required, prefixItems, items, additionalProperties, minItems } = schema;
  if (kind === "null") return null;
  if (kind === "boolean") return choice % 2 === 0;
  if (kind === "number") return 1;
  if (kind === "string") return schema["format"] === "date-time" ? "2024-01-15T09:30:00Z" : "x";
  if (kind === "array") {
    const first = isArray(prefixItems) ? prefixItems.map(below) : [];
    const more = items === false || (choice % 3 === 2 && minItems === undefined) ? [] : [below(items)];
    return [...first, ...more];
  }
  const needed = isArray(required) ? required.filter((name) => typeof name === "string") : [];
  const members = Object.entries(isObject(properties) ? properties : {}).filter(
    ([name], index) => needed.includes(name) || (index + choice) % 3 !== 2,
  );
  const named = [...members.map(([name, one]): [string, Json] => [name, below(one)])];
  const missing = needed
    .filter((name) => !named.some(([known]) => known === name))
    .map((name): [string, Json] => [name, below(additionalProperties)]);
  const others: [string, Json][] = isObject(additionalProperties)
    ? [["zz", below(additionalProperties)]]
    : [];
  return Object.fromEntries([...others, ...named, ...missing]);
}

const replacements: readonly Json[] = [null, true, 7, "zzz", [], {}, ["zzz"]];

/** Returns the value with one location changed: a value of another type there, or none. */
export function neighbours(value: Json): Json[] {
  return locationsIn(value).flatMap((pointer) => [
    ...replacements.map((one) => changed(value, pointer, one)),
    ...(pointer.length === 0 ? [] : [changed(value, pointer, undefined)]),
  ]);
}

function locationsIn(value: Json): string[][] {
  const children: [string, Json][] = isArray(value)
    ? value.map((item, index): [string, Json] => [String(index), item])
    : isObject(value)
      ? Object.entries(value).map(([name, member]): [string, Json] => [name, member ?? null])
      : [];
  return [[], ...children.flatMap(([key, child]) => locationsIn(child).map((place) => [key, ...place]))];
}

function changed(value: Json, [key, ...rest]: readonly string[], to: Json | undefined): Json {
  if (key === undefined) return to ?? null;
  if (isArray(value)) {
    if (rest.length === 0 && to === undefined) return value.filter((_, index) => String(index) !== key);
    return value.map((item, index) => (String(index) === key ? changed(item, rest, to) : item));
  }
  const members = Object.entries(value as JsonObject).flatMap(([name, member]): [string, Json][] => {
    if (name !== key) return [[name, member ?? null]];
    if (rest.length === 0) return to === undefined ? [] : [[name, to]];
    return [[name, changed(member ?? null, rest, to)]];
  });
  return Object.fromEntries(members);
}

/** Returns up to `count` elements, evenly spaced over all. */
export function some<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]!);
}

/** The schemas of a document by name, in source order. */
export function schemasOf(root: JsonObject): [string, Json][] {
  const schemas = resolvePointer(root, childPointer("", "components", "schemas"));
  return Object.entries(isObject(schemas) ? schemas : {}).map(([name, schema]) => [name, schema ?? true]);
}
