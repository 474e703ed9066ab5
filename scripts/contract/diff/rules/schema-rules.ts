// The rules over keywords of schemas, and which of them speaks for a keyword.
import { additionalProperties } from "./additional-properties.ts";
import { anyOf } from "./any-of.ts";
import { constRule } from "./const.ts";
import { contains } from "./contains.ts";
import { dependentRequired } from "./dependent-required.ts";
import { dependentSchemas } from "./dependent-schemas.ts";
import { dynamicRef } from "./dynamic-ref.ts";
import { enumRule } from "./enum.ts";
import { format } from "./format.ts";
import { ifThenElse } from "./if-then-else.ts";
import { items } from "./items.ts";
import { maxItems } from "./max-items.ts";
import { maxLength } from "./max-length.ts";
import { maxProperties } from "./max-properties.ts";
import { maximum } from "./maximum.ts";
import { minItems } from "./min-items.ts";
import { minLength } from "./min-length.ts";
import { minProperties } from "./min-properties.ts";
import { minimum } from "./minimum.ts";
import { multipleOf } from "./multiple-of.ts";
import { notRule } from "./not.ts";
import { oneOf } from "./one-of.ts";
import { patternProperties } from "./pattern-properties.ts";
import { pattern } from "./pattern.ts";
import { propertyNames } from "./property-names.ts";
import { property } from "./property.ts";
import { readOnly } from "./read-only.ts";
import { required } from "./required.ts";
import { schema } from "./schema.ts";
import { type } from "./type.ts";
import { unevaluatedItems } from "./unevaluated-items.ts";
import { unevaluatedProperties } from "./unevaluated-properties.ts";
import { uniqueItems } from "./unique-items.ts";
import { writeOnly } from "./write-only.ts";
import type { SchemaRule } from "./rule.ts";

/** Every schema rule. */
export const schemaRules: readonly SchemaRule[] = [
  additionalProperties,
  anyOf,
  constRule,
  contains,
  dependentRequired,
  dependentSchemas,
  dynamicRef,
  enumRule,
  format,
  ifThenElse,
  items,
  maxItems,
  maxLength,
  maxProperties,
  maximum,
  minItems,
  minLength,
  minProperties,
  minimum,
  multipleOf,
  notRule,
  oneOf,
  patternProperties,
  pattern,
  propertyNames,
  property,
  readOnly,
  required,
  schema,
  type,
  unevaluatedItems,
  unevaluatedProperties,
  uniqueItems,
  writeOnly,
];

const byKeyword = new Map(schemaRules.flatMap((rule) => rule.keywords.map((keyword) => [keyword, rule])));

/** The rule that names changes of a keyword; keywords without one are changes of the schema as a whole. */
export function ruleFor(keyword: string): SchemaRule {
  return byKeyword.get(keyword) ?? schema;
}
