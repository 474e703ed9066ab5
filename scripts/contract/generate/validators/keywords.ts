// The keywords for which code is emitted directly, in Ajv's order, which is the order of errors.
import { allOf, anyOf, oneOf } from "./keywords/branches.ts";
import { clause, condition, not } from "./keywords/conditions.ts";
import { contains, containsLimit } from "./keywords/contains.ts";
import { numberFormat, stringFormat } from "./keywords/format.ts";
import { items, prefixItems } from "./keywords/items.ts";
import type { Keyword } from "./keywords/keyword.ts";
import { maxLength, minLength } from "./keywords/lengths.ts";
import { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } from "./keywords/limits.ts";
import { additionalProperties, patternProperties } from "./keywords/other-properties.ts";
import { pattern } from "./keywords/pattern.ts";
import { dependentSchemas, properties } from "./keywords/properties.ts";
import { propertyNames } from "./keywords/property-names.ts";
import { ref } from "./keywords/ref.ts";
import { dependentRequired, required } from "./keywords/required.ts";
import { maxItems, maxProperties, minItems, minProperties } from "./keywords/sizes.ts";
import { unevaluatedItems } from "./keywords/unevaluated-items.ts";
import { unevaluatedProperties } from "./keywords/unevaluated-properties.ts";
import { uniqueItems } from "./keywords/unique-items.ts";
import { constant, enumeration } from "./keywords/values.ts";
import type { DecidingKeyword, ValueType } from "../../vocabulary.ts";

/** Keywords for values of one type. */
export interface KeywordGroup {
  /** Undefined for keywords that apply to any value. */
  readonly type: string | undefined;
  readonly keywords: Readonly<Record<string, Keyword>>;
}

/**
 * One for each keyword of the vocabulary; `type` is checked before them, and documents are read without
 * dynamic references.
 */
type Functions<Type extends ValueType | undefined> = Readonly<
  Record<Exclude<DecidingKeyword<Type>, "type" | "$dynamicRef">, Keyword>
>;

export const keywordGroups: readonly KeywordGroup[] = [
  {
    type: undefined,
    keywords: {
      $ref: ref,
      const: constant,
      enum: enumeration,
      not,
      anyOf,
      oneOf,
      allOf,
      if: condition,
      then: clause,
      else: clause,
    } satisfies Functions<undefined>,
  },
  {
    type: "number",
    keywords: {
      maximum,
      minimum,
      exclusiveMaximum,
      exclusiveMinimum,
      multipleOf,
      format: numberFormat,
    } satisfies Functions<"number">,
  },
  {
    type: "string",
    keywords: { maxLength, minLength, pattern, format: stringFormat } satisfies Functions<"string">,
  },
  {
    type: "array",
    keywords: {
      maxItems,
      minItems,
      prefixItems,
      items,
      contains,
      uniqueItems,
      minContains: containsLimit,
      maxContains: containsLimit,
      unevaluatedItems,
    } satisfies Functions<"array">,
  },
  {
    type: "object",
    keywords: {
      maxProperties,
      minProperties,
      required,
      propertyNames,
      additionalProperties,
      properties,
      patternProperties,
      dependentRequired,
      dependentSchemas,
      unevaluatedProperties,
    } satisfies Functions<"object">,
  },
];
