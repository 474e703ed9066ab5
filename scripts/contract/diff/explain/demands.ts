// Splits a receiver's schema into demands: keywords apply one by one, so violating the schema means violating
// one of them.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { type Keyword, keywords, keywordsWith, vocabulary } from "../../vocabulary.ts";
import type { SchemaRule } from "../rules/rule.ts";
import { objectDemands } from "./object-demands.ts";
import type { Step } from "./location.ts";
import { partAt, type Reading, type SchemaPart } from "../../containment/schema-part.ts";
import { ruleFor } from "../rules/table.ts";

/** One keyword group, violated as a whole. */
export interface KeywordDemand {
  readonly kind: "keyword";
  readonly rule: SchemaRule;
  /** The keyword whose values the description compares. */
  readonly keyword: string;
  readonly schema: Json;
  readonly property?: string;
  /** The receiver's value, and its location. */
  readonly value: Json | undefined;
  readonly pointer: string | undefined;
  /** The sender's value, if it is not simply that of the same keyword. */
  readonly sender?: { readonly value: Json | undefined; readonly pointer: string | undefined };
}

/** A schema for a part of the instance, to be examined recursively. */
export interface StepDemand {
  readonly kind: "step";
  readonly step: Step;
  readonly part: SchemaPart;
}

/** `anyOf` or `oneOf`: branches that may be matched one to one. */
export interface UnionDemand extends Omit<KeywordDemand, "kind"> {
  readonly kind: "union";
  readonly branches: readonly SchemaPart[];
}

/** One part of a schema that a value can violate: a keyword, a child's schema, or a union. */
export type Demand = KeywordDemand | StepDemand | UnionDemand;

/** Keywords that are independent of others. Each group is violated or satisfied as one. */
const groups = keywordsWith({ diff: "alone" }).map((keyword): readonly [Keyword, ...Keyword[]] => [
  keyword,
  ...keywords.filter((other) => vocabulary[other].beside === keyword),
]);
const unions = keywordsWith({ diff: "union" });
const rests = keywordsWith({ diff: "rest" });

/**
 * Returns all demands of one of the receiver's schema objects; those of its `$ref` and `allOf` belong to
 * their schemas.
 */
export function demandsOf(
  receiver: Reading,
  demanded: SchemaPart,
  said: readonly SchemaPart[],
  sender: Reading,
): Demand[] {
  const { schema } = demanded;
  if (schema === false) return [whole(demanded, "$ref")];
  if (!isObject(schema)) return [];
  return [
    ...groups
      .filter(([keyword]) => schema[keyword] !== undefined)
      .map((group) => keywordDemand(demanded, schema, group)),
    ...itemDemands(demanded, schema),
    ...objectDemands({ receiver, demanded, schema, said, sender }),
    ...unions.flatMap((keyword) => unionDemand(demanded, schema, keyword)),
    // These depend on every keyword beside them.
    ...rests.flatMap((keyword) =>
      schema[keyword] === undefined ? [] : [unevaluatedDemand(demanded, schema, keyword)],
    ),
    ...unresolvedRef(demanded, schema),
  ];
}

/** Returns a whole schema as one demand, named after one of its keywords. */
export function whole(demanded: SchemaPart, keyword: string): KeywordDemand {
  return {
    kind: "keyword",
    rule: ruleFor(keyword),
    keyword,
    schema: demanded.schema,
    value: demanded.schema,
    pointer: demanded.pointer,
  };
}

/**
 * Returns the demand of an unevaluated keyword: violated by values that satisfy everything beside the
 * keyword, but not the keyword.
 */
function unevaluatedDemand(demanded: SchemaPart, schema: JsonObject, keyword: string): KeywordDemand {
  const beside = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
  return { ...keywordDemand(demanded, schema, [keyword]), schema: { anyOf: [schema, { not: beside }] } };
}

function keywordDemand(
  demanded: SchemaPart,
  schema: JsonObject,
  group: readonly [string, ...string[]],
): KeywordDemand {
  const [keyword] = group;
  return {
    kind: "keyword",
    rule: ruleFor(keyword),
    keyword,
    schema: picked(schema, group),
    value: schema[keyword],
    pointer: partAt(demanded, true, keyword).pointer,
  };
}

function picked(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(
    keywords.filter((keyword) => schema[keyword] !== undefined).map((keyword) => [keyword, schema[keyword]]),
  );
}

function itemDemands(demanded: SchemaPart, schema: JsonObject): Demand[] {
  const { prefixItems, items } = schema;
  const prefix = isArray(prefixItems) ? prefixItems : [];
  const demands: Demand[] = prefix.map((item, index) => ({
    kind: "step",
    step: { kind: "item", index },
    part: partAt(demanded, item, "prefixItems", index),
  }));
  if (items === false) {
    demands.push({
      ...keywordDemand(demanded, schema, ["items"]),
      schema: picked(schema, ["prefixItems", "items"]),
    });
  } else if (items !== undefined) {
    const step: Step = { kind: "items", after: prefix.length };
    demands.push({ kind: "step", step, part: partAt(demanded, items, "items") });
  }
  return demands;
}

function unionDemand(demanded: SchemaPart, schema: JsonObject, keyword: string): UnionDemand[] {
  const branches = schema[keyword];
  if (!isArray(branches)) return [];
  return [
    {
      ...keywordDemand(demanded, schema, [keyword]),
      kind: "union",
      branches: branches.map((branch, index) => partAt(demanded, branch, keyword, index)),
    },
  ];
}

/**
 * Returns the demand of a `$ref` in a form that only the search can resolve (`#anchor`, a relative `$id`).
 */
function unresolvedRef(demanded: SchemaPart, schema: JsonObject): KeywordDemand[] {
  const ref = schema["$ref"];
  return typeof ref === "string" && !ref.startsWith("#/") && ref !== "#"
    ? [keywordDemand(demanded, schema, ["$ref"])]
    : [];
}
