// The schemas that only a discriminator leads to: validation by the schema that holds it does not see them.
import type { Json, JsonObject } from "../../document/document.ts";
import { namesOfBranch } from "../../document/discriminator-names.ts";
import { isArray, isObject, localPointer, parsePointer, refOf } from "../../document/pointer.ts";
import { mappedRefs } from "../equal-closure.ts";
import type { Step } from "../explain/place.ts";
import { conjuncts, partAt, type SchemaPart } from "../../containment/schema-part.ts";

/** A schema that a discriminator stands for, and where in a value. */
export interface Subtype {
  readonly pointer: string;
  /** The last name in the pointer, for people. */
  readonly name: string;
  readonly steps: readonly Step[];
  /** What a value of it says of itself. */
  readonly label: JsonObject;
}

/** By pointer, as discriminators at or below a schema name them; each by its shortest way. */
export function mappedSubtypes(root: JsonObject, schema: SchemaPart): Map<string, Subtype> {
  const found = new Map<string, Subtype>();
  const seen = new Set<Json>();
  const open: { part: SchemaPart; steps: readonly Step[] }[] = [{ part: schema, steps: [] }];
  for (const { part, steps } of open) {
    for (const one of conjuncts(root, [part])) {
      if (!isObject(one.schema) || seen.has(one.schema)) continue;
      seen.add(one.schema);
      for (const subtype of subtypesOf(one.schema, steps))
        if (!found.has(subtype.pointer)) found.set(subtype.pointer, subtype);
      for (const inner of innerParts(one, one.schema, steps)) open.push(inner);
    }
  }
  return found;
}

/** Those that no branch of the schema's own names, so that no validator comes by them. */
function subtypesOf(schema: JsonObject, steps: readonly Step[]): Subtype[] {
  const refs = mappedRefs(schema);
  if (refs.length === 0) return [];
  const listed = new Set(
    [schema["oneOf"], schema["anyOf"]].flatMap((list) => (isArray(list) ? list.map(refOf) : [])),
  );
  return refs.flatMap((ref): Subtype[] => {
    const pointer = localPointer(ref);
    if (listed.has(ref) || pointer === undefined) return [];
    return [
      { pointer, name: parsePointer(pointer).at(-1) ?? pointer, steps, label: labelOf(schema, pointer) },
    ];
  });
}

function labelOf({ discriminator }: JsonObject, pointer: string): JsonObject {
  const name = isObject(discriminator) ? discriminator["propertyName"] : undefined;
  if (!isObject(discriminator) || typeof name !== "string") return {};
  const said = { enum: namesOfBranch(discriminator, pointer) };
  return { type: "object", required: [name], properties: Object.fromEntries([[name, said]]) };
}

function innerParts(part: SchemaPart, schema: JsonObject, steps: readonly Step[]) {
  const { properties, items, additionalProperties, anyOf, oneOf } = schema;
  const at = (step: Step | undefined, inner: Json, ...path: (string | number)[]) => ({
    part: partAt(part, inner, ...path),
    steps: step === undefined ? steps : [...steps, step],
  });
  const members = isObject(properties) ? Object.entries(properties) : [];
  return [
    ...members.map(([name, inner]) => at({ kind: "property", name }, inner ?? true, "properties", name)),
    ...(items === undefined ? [] : [at({ kind: "items", after: 0 }, items, "items")]),
    ...(additionalProperties === undefined
      ? []
      : [at({ kind: "others", names: [], patterns: [] }, additionalProperties, "additionalProperties")]),
    ...Object.entries({ anyOf, oneOf }).flatMap(([keyword, list]) =>
      isArray(list) ? list.map((inner, index) => at(undefined, inner, keyword, index)) : [],
    ),
  ];
}
