// Takes a receiver's schema apart: keywords hold one by one, so missing the schema means missing one of these demands.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { type Keyword, keywords, keywordsWith, vocabulary } from "../../vocabulary.ts";
import type { SchemaRule } from "../rules/rule.ts";
import { objectDemands } from "./object-demands.ts";
import type { Step } from "./location.ts";
import { partAt, type Reading, type SchemaPart } from "../../containment/schema-part.ts";
import { ruleFor } from "../rules/table.ts";

/** One keyword group, to be missed as a whole. */
export interface KeywordDemand {
  readonly kind: "keyword";
  readonly rule: SchemaRule;
  /** The keyword whose values are compared in words. */
  readonly keyword: string;
  readonly schema: Json;
  readonly property?: string;
  /** What the receiver says, and where. */
  readonly value: Json | undefined;
  readonly pointer: string | undefined;
  /** What the sender says, where that is not simply the value of the same keyword. */
  readonly sender?: { readonly value: Json | undefined; readonly pointer: string | undefined };
}

/** A schema for a part of the instance: to be walked into. */
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

export type Demand = KeywordDemand | StepDemand | UnionDemand;

/** Keywords that ask something alone. Each group is missed or met as one. */
const groups = keywordsWith({ diff: "alone" }).map((keyword): readonly [Keyword, ...Keyword[]] => [
  keyword,
  ...keywords.filter((other) => vocabulary[other].beside === keyword),
]);
const unions = keywordsWith({ diff: "union" });
const rests = keywordsWith({ diff: "rest" });

/** Everything that one schema object of the receiver's asks; what its `$ref` and `allOf` ask is theirs to say. */
export function demandsOf(
  receiver: Reading,
  asked: SchemaPart,
  said: readonly SchemaPart[],
  sender: Reading,
): Demand[] {
  const { schema } = asked;
  if (schema === false) return [whole(asked, "$ref")];
  if (!isObject(schema)) return [];
  return [
    ...groups
      .filter(([keyword]) => schema[keyword] !== undefined)
      .map((group) => keywordDemand(asked, schema, group)),
    ...itemDemands(asked, schema),
    ...objectDemands({ receiver, asked, schema, said, sender }),
    ...unions.flatMap((keyword) => unionDemand(asked, schema, keyword)),
    // These depend on every keyword beside them.
    ...rests.flatMap((keyword) =>
      schema[keyword] === undefined ? [] : [unevaluatedDemand(asked, schema, keyword)],
    ),
    ...unresolvedRef(asked, schema),
  ];
}

/** A whole schema as one demand, named after one of its keywords. */
export function whole(asked: SchemaPart, keyword: string): KeywordDemand {
  return {
    kind: "keyword",
    rule: ruleFor(keyword),
    keyword,
    schema: asked.schema,
    value: asked.schema,
    pointer: asked.pointer,
  };
}

/** Missed by what keeps to all that stands beside the keyword, and not to the keyword. */
function unevaluatedDemand(asked: SchemaPart, schema: JsonObject, keyword: string): KeywordDemand {
  const beside = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
  return { ...keywordDemand(asked, schema, [keyword]), schema: { anyOf: [schema, { not: beside }] } };
}

function keywordDemand(
  asked: SchemaPart,
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
    pointer: partAt(asked, true, keyword).pointer,
  };
}

function picked(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(
    keywords.filter((keyword) => schema[keyword] !== undefined).map((keyword) => [keyword, schema[keyword]]),
  );
}

function itemDemands(asked: SchemaPart, schema: JsonObject): Demand[] {
  const { prefixItems, items } = schema;
  const prefix = isArray(prefixItems) ? prefixItems : [];
  const demands: Demand[] = prefix.map((item, index) => ({
    kind: "step",
    step: { kind: "item", index },
    part: partAt(asked, item, "prefixItems", index),
  }));
  if (items === false) {
    demands.push({
      ...keywordDemand(asked, schema, ["items"]),
      schema: picked(schema, ["prefixItems", "items"]),
    });
  } else if (items !== undefined) {
    const step: Step = { kind: "items", after: prefix.length };
    demands.push({ kind: "step", step, part: partAt(asked, items, "items") });
  }
  return demands;
}

function unionDemand(asked: SchemaPart, schema: JsonObject, keyword: string): UnionDemand[] {
  const branches = schema[keyword];
  if (!isArray(branches)) return [];
  return [
    {
      ...keywordDemand(asked, schema, [keyword]),
      kind: "union",
      branches: branches.map((branch, index) => partAt(asked, branch, keyword, index)),
    },
  ];
}

/** A `$ref` spelt so that only the search can follow it (`#anchor`, a relative `$id`). */
function unresolvedRef(asked: SchemaPart, schema: JsonObject): KeywordDemand[] {
  const ref = schema["$ref"];
  return typeof ref === "string" && !ref.startsWith("#/") && ref !== "#"
    ? [keywordDemand(asked, schema, ["$ref"])]
    : [];
}
