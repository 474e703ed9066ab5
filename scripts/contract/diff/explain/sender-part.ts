// Approximates from above the sender's schema for one part of an instance, so that no break is missed in
// nested parts.
import type { Json, JsonObject } from "../../document/document.ts";
import { child, isArray, isObject } from "../../document/pointer.ts";
import { joined } from "../../containment/joined-schema.ts";
import { matchesName } from "./name-pattern.ts";
import type { Step } from "./location.ts";
import { conjuncts, isHidden, partAt, type Reading, type SchemaPart } from "../../containment/schema-part.ts";

/**
 * Returns the schemas that hold for the part at a step; undefined if nothing is ever sent there.
 *
 * Where applicators (`if`, `dependentSchemas`, `unevaluatedProperties`) could restrict more, returns the
 * wider set: the search over the whole instance decides.
 */
export function senderPart(
  reading: Reading,
  parts: readonly SchemaPart[],
  step: Step,
  depth = 0,
): readonly SchemaPart[] | undefined {
  const all = conjuncts(reading.root, parts);
  const said: SchemaPart[] = [];
  for (const part of all) {
    if (!isObject(part.schema)) continue;
    const own = step.kind === "item" || step.kind === "items" ? itemPart(part, step) : memberPart(part, step);
    if (own.some(({ schema }) => schema === false)) return undefined;
    for (const one of own) said.push(one);
    for (const keyword of ["anyOf", "oneOf"]) {
      const union = unionPart(reading, part.schema[keyword], step, depth);
      if (union === "nothing") return undefined;
      if (union !== undefined) said.push(union);
    }
  }
  if (step.kind === "property" && said.some((part) => isHidden(reading, part))) return undefined;
  if (said.length > 0) return said;
  const member = step.kind !== "item" && step.kind !== "items";
  const isUnknown = member && reading.closed && isClosed(all) && !requires(all, step);
  return isUnknown ? undefined : [{ schema: true }];
}

/** True if a name is known because it is required, always or beside another. */
function requires(parts: readonly SchemaPart[], step: Step): boolean {
  return (
    step.kind === "property" &&
    parts.some(({ schema }) => {
      const { required, dependentRequired } = isObject(schema) ? schema : {};
      const lists = [required, ...(isObject(dependentRequired) ? Object.values(dependentRequired) : [])];
      return lists.some((list) => isArray(list) && list.includes(step.name));
    })
  );
}

/** Depth beyond which nested unions are treated as open; some contain themselves. */
const deepestUnion = 4;

/** Returns the combined schema of a union's branches; undefined if some branch leaves it open. */
function unionPart(
  reading: Reading,
  union: Json | undefined,
  step: Step,
  depth: number,
): SchemaPart | "nothing" | undefined {
  if (!isArray(union) || depth >= deepestUnion) return undefined;
  // A name that one branch omits may be declared by another schema beside the union: only the whole is
  // closed.
  const open = { ...reading, closed: false };
  const branches = union
    .map((schema) => senderPart(open, [{ schema }], step, depth + 1))
    .filter((parts) => parts !== undefined);
  if (branches.length === 0) return "nothing";
  if (branches.some((parts) => parts.every((part) => part.schema === true))) return undefined;
  return {
    schema: joined(
      "anyOf",
      branches.map((parts) =>
        joined(
          "allOf",
          parts.map(({ schema }) => schema),
        ),
      ),
    ),
  };
}

const widening = [
  "anyOf",
  "oneOf",
  "if",
  "dependentSchemas",
  "additionalProperties",
  "patternProperties",
  "unevaluatedProperties",
  "$dynamicRef",
];

/** True if a sender whose schema is read as closed sends no names except those it declares. */
function isClosed(parts: readonly SchemaPart[]): boolean {
  const schemas = parts.map((part) => part.schema).filter(isObject);
  if (schemas.some((schema) => widening.some((keyword) => schema[keyword] !== undefined))) return false;
  return schemas.some((schema) => {
    const properties = schema["properties"];
    return isObject(properties) && Object.keys(properties).length > 0;
  });
}

function memberPart(part: SchemaPart, step: Exclude<Step, { kind: "item" | "items" }>): SchemaPart[] {
  if (!isObject(part.schema)) return [];
  const { properties, patternProperties, additionalProperties } = part.schema;
  const additional: SchemaPart[] =
    additionalProperties === undefined ? [] : [partAt(part, additionalProperties, "additionalProperties")];
  const patterns = isObject(patternProperties) ? Object.entries(patternProperties) : [];
  if (step.kind === "property") {
    const own =
      isObject(properties) && Object.hasOwn(properties, step.name) ? properties[step.name] : undefined;
    const said = own === undefined ? [] : [partAt(part, own, "properties", step.name)];
    for (const [pattern, schema] of patterns) {
      if (schema !== undefined && matchesName(pattern, step.name)) {
        said.push(partAt(part, schema, "patternProperties", pattern));
      }
    }
    if (said.length > 0) return said;
    // Patterns that the regular-expression engine rejects may match, too: the result is then unknown.
    return patterns.some(([pattern]) => matchesName(pattern, step.name) === undefined) ? [] : additional;
  }
  if (step.kind === "matching") {
    const same = child(patternProperties, step.pattern);
    return same === undefined ? [] : [partAt(part, same, "patternProperties", step.pattern)];
  }
  return othersPart(part.schema, step, additional);
}

/** Returns the schemas of names that neither side lists; names that the sender lists are examined by name. */
function othersPart(
  schema: JsonObject,
  step: Extract<Step, { kind: "others" }>,
  additional: SchemaPart[],
): SchemaPart[] {
  const { patternProperties } = schema;
  const matched = Object.entries(isObject(patternProperties) ? patternProperties : {}).filter(
    ([pattern]) => !step.patterns.includes(pattern),
  );
  if (matched.length === 0) return additional;
  const rest = additional.length === 0 ? [true] : additional.map(({ schema }) => schema);
  return [{ schema: joined("anyOf", [...matched.map(([, value]) => value ?? true), ...rest]) }];
}

function itemPart(part: SchemaPart, step: Extract<Step, { kind: "item" | "items" }>): SchemaPart[] {
  if (!isObject(part.schema)) return [];
  const { prefixItems, items } = part.schema;
  const prefix = isArray(prefixItems) ? prefixItems : [];
  const rest = items === undefined ? [] : [partAt(part, items, "items")];
  if (step.kind === "item") {
    const own = prefix[step.index];
    return own === undefined ? rest : [partAt(part, own, "prefixItems", step.index)];
  }
  const beyond = prefix.slice(step.after);
  if (beyond.length === 0) return rest;
  const others = rest.length > 0 ? rest.map(({ schema }) => schema) : [true];
  return [{ schema: joined("anyOf", [...beyond, ...others]) }];
}
