// The names that a sender knows, implemented a second time without case analysis, to validate the search
// against.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { isObject, matchesPattern, same } from "./reference-keywords.ts";
import { isValid, resolve } from "./reference-validator.ts";

const schemasIn = (value: Json | undefined): Json[] =>
  Array.isArray(value)
    ? (value as Json[])
    : isObject(value)
      ? Object.values(value).map((one) => one ?? true)
      : [];

/** All schema objects that apply to the same value as `schemas`, in any branch. */
function inPlace(root: JsonObject, schemas: readonly Json[]): JsonObject[] {
  const found = new Set<JsonObject>();
  const open = [...schemas];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isObject(next) || found.has(next)) continue;
    found.add(next);
    const { $ref, allOf, anyOf, oneOf, then: yes, else: no, dependentSchemas } = next;
    if (typeof $ref === "string") open.push(resolve(root, $ref));
    open.push(...schemasIn(allOf), ...schemasIn(anyOf), ...schemasIn(oneOf), ...schemasIn(dependentSchemas));
    if (next["if"] !== undefined) open.push(yes ?? true, no ?? true);
  }
  return [...found];
}

/** The schemas of one value: those that apply to it, and those whose names it may use. */
interface Meaning {
  readonly applied: readonly Json[];
  readonly naming: readonly Json[];
}

/**
 * Whether a sender may send every property name in `value`, at any depth: `schemas` declare it in some
 * branch, or those that apply, by one choice of valid branches, list no properties.
 */
export function knows(root: JsonObject, schemas: readonly Json[], value: Json): boolean {
  return isKnown(root, { applied: schemas, naming: schemas }, value);
}

function isKnown(root: JsonObject, { applied, naming }: Meaning, value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  const named = inPlace(root, naming);
  return choices(root, applied, value).some((parts) => isKnownBy(root, { parts, named }, value));
}

interface Choice {
  readonly parts: readonly JsonObject[];
  readonly named: readonly JsonObject[];
}

function isKnownBy(root: JsonObject, { parts, named }: Choice, value: JsonObject | readonly Json[]): boolean {
  if (parts.some((part) => spelledOut(part).some((one) => same(one, value)))) return true;
  if (Array.isArray(value)) {
    return (value as Json[]).every((item, at) => {
      const about = (part: JsonObject): Json[] => itemSchemas(part, at);
      const rest = parts.some((part) => about(part).length > 0) ? [] : defined(parts, "unevaluatedItems");
      const inner = {
        applied: [...parts.flatMap(about), ...rest],
        naming: [...named.flatMap(about), ...rest],
      };
      return isKnown(root, inner, item);
    });
  }
  const names = new Set(
    named.flatMap((part) => [...listed(part), ...((part["required"] as string[] | undefined) ?? [])]),
  );
  const isFree = !(parts.length > 0 ? parts : named).some((part) => listed(part).length > 0);
  return Object.entries(value as JsonObject).every(([name, inner = null]) => {
    if (!isFree && !names.has(name)) return false;
    const about = (part: JsonObject): Json[] => speaking(part, name);
    const rest = parts.some((part) => about(part).length > 0) ? [] : defined(parts, "unevaluatedProperties");
    const meaning = {
      applied: [...parts.flatMap(about), ...rest],
      naming: [...named.flatMap(about), ...rest],
    };
    return isKnown(root, meaning, inner);
  });
}

/** The schema objects that apply to `value`, for each choice of one valid branch per union. */
function choices(root: JsonObject, schemas: readonly Json[], value: Json): JsonObject[][] {
  let all: JsonObject[][] = [[]];
  for (const schema of schemas) {
    all = all.flatMap((parts) => {
      if (!isObject(schema) || parts.includes(schema)) return [parts];
      return unions(root, schema, value).reduce<JsonObject[][]>(
        (some, branches) =>
          some.flatMap((one) =>
            branches.flatMap((branch) => choices(root, [branch], value).map((more) => [...one, ...more])),
          ),
        choices(root, certain(root, schema, value), value).map((more) => [...parts, schema, ...more]),
      );
    });
  }
  return all.slice(0, mostChoices);
}

/** Number of choices tried: schemas here are small. */
const mostChoices = 64;

/** The subschemas that apply to `value` whatever is chosen. */
function certain(root: JsonObject, schema: JsonObject, value: Json): Json[] {
  const { $ref, allOf, if: condition, then: yes = true, else: no = true, dependentSchemas } = schema;
  const dependent = isObject(dependentSchemas) && isObject(value) ? Object.entries(dependentSchemas) : [];
  return [
    ...(typeof $ref === "string" ? [resolve(root, $ref)] : []),
    ...schemasIn(allOf),
    ...(condition === undefined ? [] : [isValid(root, condition, value) ? yes : no]),
    ...dependent.filter(([name]) => Object.hasOwn(value as object, name)).map(([, one]) => one ?? true),
  ];
}

/** The valid branches of each union. */
const unions = (root: JsonObject, { anyOf, oneOf }: JsonObject, value: Json): Json[][] =>
  [anyOf, oneOf].flatMap((branches) =>
    branches === undefined ? [] : [schemasIn(branches).filter((branch) => isValid(root, branch, value))],
  );

const listed = (part: JsonObject): string[] =>
  isObject(part["properties"]) ? Object.keys(part["properties"]) : [];

const defined = (parts: readonly JsonObject[], keyword: string): Json[] =>
  parts.flatMap((part) => (part[keyword] === undefined ? [] : [part[keyword]]));

function itemSchemas({ prefixItems, items }: JsonObject, at: number): Json[] {
  const one = (Array.isArray(prefixItems) ? (prefixItems as Json[])[at] : undefined) ?? items;
  return one === undefined ? [] : [one];
}

/** Values that a schema lists literally (`const`, `enum`); they are sent unchanged. */
function spelledOut(part: JsonObject): readonly Json[] {
  const values = part["enum"];
  return [
    ...(part["const"] === undefined ? [] : [part["const"]]),
    ...(Array.isArray(values) ? (values as Json[]) : []),
  ];
}

function speaking(part: JsonObject, name: string): Json[] {
  const { properties, patternProperties, additionalProperties } = part;
  const own = isObject(properties) && Object.hasOwn(properties, name) ? [properties[name] ?? true] : [];
  const byPattern = Object.entries(isObject(patternProperties) ? patternProperties : {})
    .filter(([source]) => matchesPattern(source, name))
    .map(([, schema]) => schema ?? true);
  const said = [...own, ...byPattern];
  return said.length > 0 || additionalProperties === undefined ? said : [additionalProperties];
}
