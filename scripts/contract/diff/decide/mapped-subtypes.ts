// Finds the schemas that only a discriminator references: validation by the schema that holds it does not
// apply them.
import type { Budget } from "../../containment/budget.ts";
import type { Json, JsonObject } from "../../document/document.ts";
import { namesOfBranch } from "../../document/discriminator-names.ts";
import { isArray, isObject, localPointer, parsePointer, refOf } from "../../document/pointer.ts";
import { mappedRefs } from "../equal-closure.ts";
import type { Step } from "../explain/location.ts";
import { conjuncts, partAt, type SchemaPart } from "../../containment/schema-part.ts";

/** A schema that a discriminator references, and its location in a value. */
export interface Subtype {
  readonly pointer: string;
  /** The last name in the pointer, for display. */
  readonly name: string;
  readonly steps: readonly Step[];
  /** The discriminator property of a value of the subtype. */
  readonly label: JsonObject;
}

/** One schema on the path, and the path to it. */
interface Visit {
  readonly part: SchemaPart;
  readonly step: Step | undefined;
  readonly above: Visit | undefined;
}

/** Steps charged for visiting a schema. */
const visitCost = 0.1;
/** Number of schemas visited even if the budget is spent. */
const atLeast = 1000;

/**
 * Returns the subtypes that discriminators at or below a schema reference, by pointer; each by its shortest
 * path.
 */
export function mappedSubtypes(root: JsonObject, schema: SchemaPart, budget: Budget): Map<string, Subtype> {
  const found = new Map<string, Subtype>();
  if (!hasDiscriminators(root)) return found;
  const without = schemasWithout.get(root) ?? new WeakSet<JsonObject>();
  schemasWithout.set(root, without);
  const seen = new Set<JsonObject>();
  const open: Visit[] = [{ part: schema, step: undefined, above: undefined }];
  for (const visit of open) {
    if (budget.isSpent && seen.size > atLeast) {
      budget.noteCut();
      return found;
    }
    budget.spend(visitCost);
    for (const one of conjuncts(root, [visit.part])) {
      if (!isObject(one.schema) || seen.has(one.schema) || without.has(one.schema)) continue;
      seen.add(one.schema);
      for (const subtype of subtypesOf(one.schema, visit))
        if (!found.has(subtype.pointer)) found.set(subtype.pointer, subtype);
      for (const inner of innerParts(one, one.schema, visit)) open.push(inner);
    }
  }
  if (found.size === 0) for (const schema of seen) without.add(schema);
  return found;
}

/** By document: schemas at or below which no discriminator references a subtype. Operations share them. */
const schemasWithout = new WeakMap<JsonObject, WeakSet<JsonObject>>();

const withDiscriminators = new WeakMap<JsonObject, boolean>();

/** True if there are discriminators; most documents have none. */
function hasDiscriminators(root: JsonObject): boolean {
  let known = withDiscriminators.get(root);
  if (known === undefined) withDiscriminators.set(root, (known = isDiscriminatorBelow(root)));
  return known;
}

function isDiscriminatorBelow(root: JsonObject): boolean {
  const open: (Json | undefined)[] = [root];
  while (open.length > 0) {
    const next = open.pop();
    if (isArray(next)) for (const item of next) open.push(item);
    if (!isObject(next)) continue;
    if (mappedRefs(next).length > 0) return true;
    for (const inner of Object.values(next)) open.push(inner);
  }
  return false;
}

function stepsTo(visit: Visit): Step[] {
  const steps: Step[] = [];
  for (let at: Visit | undefined = visit; at !== undefined; at = at.above)
    if (at.step !== undefined) steps.push(at.step);
  return steps.reverse();
}

/** Returns the subtypes that are not a branch of the schema, so that validation does not reach them. */
function subtypesOf(schema: JsonObject, visit: Visit): Subtype[] {
  const refs = mappedRefs(schema);
  if (refs.length === 0) return [];
  const steps = stepsTo(visit);
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
  const values = { enum: namesOfBranch(discriminator, pointer) };
  return { type: "object", required: [name], properties: Object.fromEntries([[name, values]]) };
}

function innerParts(part: SchemaPart, schema: JsonObject, above: Visit): Visit[] {
  const { properties, items, additionalProperties, anyOf, oneOf } = schema;
  const at = (step: Step | undefined, inner: Json, ...path: (string | number)[]): Visit => ({
    part: partAt(part, inner, ...path),
    step,
    above,
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
