// Collects the constraints of one slot: the keywords of its schema and of all subschemas.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { isHidden, partAt, type Reading, type SchemaPart, targetOf } from "../../containment/schema-part.ts";
import { type Keyword, keywords, vocabulary } from "../../vocabulary.ts";
import type { Constraint, Hop, Step } from "./constraint.ts";
import { locationBelow } from "./part-schema.ts";

/** Maximum number of constraints of one slot; the rest are omitted. */
const most = 600;
/** Maximum depth of steps into a value: schemas may be recursive. */
const deepest = 8;
/** Maximum number of paths on which one schema is reached. */
const mostWays = 4;

/** The constraints, outermost first, and whether some were omitted. */
export interface Constraints {
  readonly list: readonly Constraint[];
  readonly isCut: boolean;
}

interface Visit {
  readonly part: SchemaPart;
  readonly steps: readonly Step[];
  readonly hops: readonly Hop[];
  readonly within: Constraint["within"];
  readonly above: ReadonlySet<Json>;
}

const known = new WeakMap<object, Map<string, Constraints>>();

/**
 * Collects the constraints of a slot.
 *
 * @param slot  name of the slot: `body`, `query/pageSize`
 */
export function constraintsOf(reading: Reading, slot: string, part: SchemaPart): Constraints {
  if (!isObject(part.schema)) return { list: [], isCut: false };
  const slots = known.get(part.schema) ?? new Map<string, Constraints>();
  known.set(part.schema, slots);
  const found = slots.get(slot) ?? find(reading, slot, part);
  slots.set(slot, found);
  return found;
}

function find(reading: Reading, slot: string, part: SchemaPart): Constraints {
  const list: Constraint[] = [];
  const ways = new Map<Json, number>();
  let isCut = false;
  let level: Visit[] = [{ part, steps: [], hops: [], within: [], above: new Set() }];
  while (level.length > 0) {
    const next: Visit[] = [];
    for (const visit of level) {
      const { schema } = visit.part;
      const known = ways.get(schema) ?? 0;
      if (!isObject(schema) || visit.above.has(schema)) continue;
      if (known >= mostWays || visit.steps.length > deepest || list.length >= most) {
        isCut = true;
        continue;
      }
      ways.set(schema, known + 1);
      for (const one of ownConstraints(slot, visit, schema)) list.push(one);
      for (const one of below(reading, visit, schema)) next.push(one);
    }
    level = next;
  }
  return { list, isCut };
}

function ownConstraints(
  slot: string,
  { part, steps, hops, within }: Visit,
  schema: JsonObject,
): Constraint[] {
  const common = { place: locationBelow(slot, steps), steps, hops, within };
  return keywords
    .filter((keyword) => constrains(keyword, schema))
    .flatMap((keyword): Constraint[] => {
      const value = schema[keyword] ?? true;
      const pointer = partAt(part, value, keyword).pointer ?? "";
      if (keyword !== "required") return [{ ...common, keyword, value, pointer }];
      return isArray(value)
        ? value.map((name, index) => ({ ...common, keyword, value: name, pointer: `${pointer}/${index}` }))
        : [];
    });
}

/** Applicators that assert something themselves, in addition to their subschemas. */
const asserting: ReadonlySet<Keyword> = new Set([
  "contains",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "dependentSchemas",
  "unevaluatedProperties",
  "unevaluatedItems",
]);

function constrains(keyword: Keyword, schema: JsonObject): boolean {
  const value = schema[keyword];
  if (value === undefined || vocabulary[keyword].beside !== undefined) return false;
  if (keyword === "additionalProperties" || keyword === "items") return value === false;
  if (keyword === "uniqueItems") return value === true;
  return vocabulary[keyword].kind === "assertion" || asserting.has(keyword);
}

/** Returns the schemas that one applies, in place or to parts of the value. */
function below(reading: Reading, visit: Visit, schema: JsonObject): Visit[] {
  const { part, steps, hops, within } = visit;
  const above = new Set(visit.above).add(schema);
  const inner = (to: SchemaPart, hop: Hop, more: readonly Step[] = [], branch?: Json): Visit => ({
    part: to,
    steps: [...steps, ...more],
    hops: [...hops, hop],
    within: branch === undefined ? within : [...within, { steps, schema: branch }],
    above,
  });
  const at = (
    keys: readonly (string | number)[],
    node: Json,
    more: readonly Step[] = [],
    branch?: Json,
  ): Visit => inner(partAt(part, node, ...keys), keys, more, branch);
  const target = targetOf(reading.root, schema);
  return [
    ...(target === undefined ? [] : [inner(target, "$ref")]),
    ...each(schema["allOf"]).map(([node, index]) => at(["allOf", index], node)),
    ...["anyOf", "oneOf"].flatMap((keyword) =>
      each(schema[keyword]).map(([node, index]) => at([keyword, index], node, [], node)),
    ),
    ...members(reading, part, schema, at),
    ...items(schema, at),
  ];
}

type At = (keys: readonly (string | number)[], node: Json, steps: readonly Step[]) => Visit;

function members(reading: Reading, part: SchemaPart, schema: JsonObject, at: At): Visit[] {
  const { properties, patternProperties, additionalProperties: others, propertyNames } = schema;
  const listed = entries(properties).filter(
    ([name, node]) => !isHidden(reading, partAt(part, node, "properties", name)),
  );
  const patterns = entries(patternProperties);
  const rest: Step = {
    kind: "others",
    names: entries(properties).map(([name]) => name),
    patterns: patterns.map(([pattern]) => pattern),
  };
  return [
    ...listed.map(([name, node]) => at(["properties", name], node, [{ kind: "property", name }])),
    ...patterns.map(([pattern, node]) =>
      at(["patternProperties", pattern], node, [{ kind: "matching", pattern }]),
    ),
    ...(isObject(others) ? [at(["additionalProperties"], others, [rest])] : []),
    ...(isObject(propertyNames) ? [at(["propertyNames"], propertyNames, [{ kind: "names" }])] : []),
  ];
}

function items(schema: JsonObject, at: At): Visit[] {
  const { prefixItems, items: rest } = schema;
  const prefix = each(prefixItems);
  return [
    ...prefix.map(([node, index]) => at(["prefixItems", index], node, [{ kind: "item", index }])),
    ...(isObject(rest) ? [at(["items"], rest, [{ kind: "items", after: prefix.length }])] : []),
  ];
}

function each(list: Json | undefined): [Json, number][] {
  return isArray(list) ? list.map((node, index) => [node, index]) : [];
}

function entries(map: Json | undefined): [string, Json][] {
  return isObject(map) ? Object.entries(map).map(([name, node]) => [name, node ?? true]) : [];
}
