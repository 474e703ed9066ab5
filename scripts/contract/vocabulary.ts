// The keywords of JSON Schema 2020-12 and of OpenAPI's Schema Object in one table: their kind, the form of
// their value and the types that they apply to.

/** A type of JSON values; `integer` is a form of `number`. */
export type ValueType = "null" | "boolean" | "number" | "string" | "array" | "object";

/** The properties of one keyword. */
export interface KeywordFacts {
  /**
   * - `assertion`: constrains the value itself. `format` counts as one here.
   * - `applicator`: applies subschemas to the value or to parts of it.
   * - `reference`: applies a schema from another location.
   * - `annotation`: constrains nothing.
   * - `identifier`: identifies a schema, or its dialect.
   * - `location`: keeps schemas for others to reference.
   */
  readonly kind: "assertion" | "applicator" | "reference" | "annotation" | "identifier" | "location";
  /** The types of values that it applies to; if missing, all types. */
  readonly types?: readonly ValueType[];
  /**
   * The form of its value. `[]` is a list of that form, `{}` a map with names of the author's choice; `data`
   * is any JSON.
   */
  readonly holds:
    | "schema"
    | "schema[]"
    | "schema{}"
    | "number"
    | "count"
    | "boolean"
    | "text"
    | "text[]"
    | "text[]{}"
    | "types"
    | "data"
    | "data[]"
    | "object";
  /** What its schemas are applied to: the value itself, or parts of it (members, items, names). */
  readonly applies?: "in place" | "to parts";
  /** For limits: which of two numbers is stricter, the higher or the lower one. */
  readonly stricter?: "higher" | "lower";
  /** The keyword without which it has no effect. */
  readonly beside?: string;
  /**
   * How `contract diff` compares it.
   * - `alone`: as a single condition, together with keywords that have no effect without it.
   * - `items`, `members`: part by part. - `union`: branch by branch.
   * - `rest`: together with all keywords beside it. - `conjunct`: as if its schemas were written in the
   *   enclosing one.
   */
  readonly diff?: "alone" | "items" | "members" | "union" | "rest" | "conjunct";
  /**
   * Whether `constraints.ts` includes it. Assertions that have an effect on their own are included unless
   * this is `false`.
   */
  readonly constant?: boolean;
  /**
   * Where it is defined, if not in 2020-12. Of these, only `OpenAPI` keywords occur in a document after
   * reading.
   */
  readonly from?: "OpenAPI" | "OpenAPI 3.0" | "earlier drafts";
}

/** One row per keyword. Code that needs an order uses this one. */
const rows = {
  // https://json-schema.org/draft/2020-12/json-schema-core#section-8
  $schema: { kind: "identifier", holds: "text" },
  $vocabulary: { kind: "identifier", holds: "object" },
  $id: { kind: "identifier", holds: "text" },
  $anchor: { kind: "identifier", holds: "text" },
  $dynamicAnchor: { kind: "identifier", holds: "text" },
  $ref: { kind: "reference", holds: "text", applies: "in place", diff: "conjunct" },
  $dynamicRef: { kind: "reference", holds: "text", applies: "in place", diff: "alone" },
  $defs: { kind: "location", holds: "schema{}" },
  definitions: { kind: "location", holds: "schema{}", from: "earlier drafts" },
  $comment: { kind: "annotation", holds: "text" },

  // https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1, and `default`, which has values
  // of the same form
  type: { kind: "assertion", holds: "types", diff: "alone" },
  const: { kind: "assertion", holds: "data", diff: "alone" },
  enum: { kind: "assertion", holds: "data[]", diff: "alone" },
  default: { kind: "annotation", holds: "data", constant: true },

  // Strings
  format: { kind: "assertion", types: ["string", "number"], holds: "text", diff: "alone" },
  pattern: { kind: "assertion", types: ["string"], holds: "text", diff: "alone" },
  minLength: { kind: "assertion", types: ["string"], holds: "count", stricter: "higher", diff: "alone" },
  maxLength: { kind: "assertion", types: ["string"], holds: "count", stricter: "lower", diff: "alone" },
  contentEncoding: { kind: "annotation", types: ["string"], holds: "text" },
  contentMediaType: { kind: "annotation", types: ["string"], holds: "text" },
  contentSchema: { kind: "annotation", types: ["string"], holds: "schema" },

  // Numbers
  minimum: { kind: "assertion", types: ["number"], holds: "number", stricter: "higher", diff: "alone" },
  maximum: { kind: "assertion", types: ["number"], holds: "number", stricter: "lower", diff: "alone" },
  exclusiveMinimum: {
    kind: "assertion",
    types: ["number"],
    holds: "number",
    stricter: "higher",
    diff: "alone",
  },
  exclusiveMaximum: {
    kind: "assertion",
    types: ["number"],
    holds: "number",
    stricter: "lower",
    diff: "alone",
  },
  multipleOf: { kind: "assertion", types: ["number"], holds: "number", diff: "alone" },

  // Arrays
  minItems: { kind: "assertion", types: ["array"], holds: "count", stricter: "higher", diff: "alone" },
  maxItems: { kind: "assertion", types: ["array"], holds: "count", stricter: "lower", diff: "alone" },
  uniqueItems: { kind: "assertion", types: ["array"], holds: "boolean", diff: "alone" },
  prefixItems: {
    kind: "applicator",
    types: ["array"],
    holds: "schema[]",
    applies: "to parts",
    diff: "items",
  },
  items: {
    kind: "applicator",
    types: ["array"],
    holds: "schema",
    applies: "to parts",
    diff: "items",
    constant: true,
  },
  contains: { kind: "applicator", types: ["array"], holds: "schema", applies: "to parts", diff: "alone" },
  minContains: {
    kind: "assertion",
    types: ["array"],
    holds: "count",
    stricter: "higher",
    beside: "contains",
  },
  maxContains: { kind: "assertion", types: ["array"], holds: "count", stricter: "lower", beside: "contains" },
  unevaluatedItems: {
    kind: "applicator",
    types: ["array"],
    holds: "schema",
    applies: "to parts",
    diff: "rest",
  },

  // Objects
  minProperties: { kind: "assertion", types: ["object"], holds: "count", stricter: "higher", diff: "alone" },
  maxProperties: { kind: "assertion", types: ["object"], holds: "count", stricter: "lower", diff: "alone" },
  required: { kind: "assertion", types: ["object"], holds: "text[]", diff: "members" },
  propertyNames: {
    kind: "applicator",
    types: ["object"],
    holds: "schema",
    applies: "to parts",
    diff: "alone",
    constant: true,
  },
  dependentRequired: {
    kind: "assertion",
    types: ["object"],
    holds: "text[]{}",
    diff: "alone",
    constant: false,
  },
  properties: {
    kind: "applicator",
    types: ["object"],
    holds: "schema{}",
    applies: "to parts",
    diff: "members",
  },
  patternProperties: {
    kind: "applicator",
    types: ["object"],
    holds: "schema{}",
    applies: "to parts",
    diff: "members",
  },
  additionalProperties: {
    kind: "applicator",
    types: ["object"],
    holds: "schema",
    applies: "to parts",
    diff: "members",
    constant: true,
  },
  unevaluatedProperties: {
    kind: "applicator",
    types: ["object"],
    holds: "schema",
    applies: "to parts",
    diff: "rest",
    constant: true,
  },
  dependentSchemas: {
    kind: "applicator",
    types: ["object"],
    holds: "schema{}",
    applies: "in place",
    diff: "alone",
  },

  // https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
  allOf: { kind: "applicator", holds: "schema[]", applies: "in place", diff: "conjunct", constant: true },
  anyOf: { kind: "applicator", holds: "schema[]", applies: "in place", diff: "union", constant: true },
  oneOf: { kind: "applicator", holds: "schema[]", applies: "in place", diff: "union", constant: true },
  not: { kind: "applicator", holds: "schema", applies: "in place", diff: "alone" },
  if: { kind: "applicator", holds: "schema", applies: "in place", diff: "alone" },
  then: { kind: "applicator", holds: "schema", applies: "in place", beside: "if" },
  else: { kind: "applicator", holds: "schema", applies: "in place", beside: "if" },

  // https://json-schema.org/draft/2020-12/json-schema-validation#section-9
  title: { kind: "annotation", holds: "text" },
  description: { kind: "annotation", holds: "text" },
  deprecated: { kind: "annotation", holds: "boolean" },
  readOnly: { kind: "annotation", holds: "boolean" },
  writeOnly: { kind: "annotation", holds: "boolean" },
  examples: { kind: "annotation", holds: "data[]" },

  // https://spec.openapis.org/oas/v3.2.0.html#schema-object
  discriminator: { kind: "annotation", holds: "object", from: "OpenAPI" },
  xml: { kind: "annotation", holds: "object", from: "OpenAPI" },
  externalDocs: { kind: "annotation", holds: "object", from: "OpenAPI" },
  example: { kind: "annotation", holds: "data", from: "OpenAPI" },
  // Rewritten as `type` when a document is read.
  nullable: { kind: "assertion", holds: "boolean", constant: false, from: "OpenAPI 3.0" },
} as const satisfies Readonly<Record<string, KeywordFacts>>;

/** A keyword of the table. */
export type Keyword = keyof typeof rows;

/** The properties of each keyword. */
export const vocabulary: Readonly<Record<Keyword, KeywordFacts>> = rows;

/** All keywords, in the order of the rows. */
export const keywords = Object.keys(rows) as readonly Keyword[];

/** Properties whose value is a single word. */
type Words = Omit<KeywordFacts, "types">;

/** The keywords that have the given properties. */
export type KeywordWith<Facts> = {
  [Name in Keyword]: (typeof rows)[Name] extends Facts ? Name : never;
}[Keyword];

type Deciding = Exclude<
  KeywordWith<{ readonly kind: "assertion" | "applicator" | "reference" }>,
  KeywordWith<{ readonly from: string }>
>;

/** The keywords that constrain values of one type or (`undefined`) of any. */
export type DecidingKeyword<Type extends ValueType | undefined> = {
  [Name in Deciding]: (typeof rows)[Name] extends { readonly types: readonly (infer Of)[] }
    ? Type extends Of
      ? Name
      : never
    : Type extends undefined
      ? Name
      : never;
}[Deciding];

/** @example keywordsWith({ kind: "applicator", holds: "schema[]" }) // prefixItems, allOf, anyOf, oneOf */
export function keywordsWith<const Facts extends Partial<Words>>(facts: Facts): KeywordWith<Facts>[] {
  const wanted = Object.entries(facts) as [keyof Words, Facts[keyof Words]][];
  const has = (name: Keyword): boolean => wanted.every(([fact, value]) => vocabulary[name][fact] === value);
  return keywords.filter(has) as KeywordWith<Facts>[];
}

/** Returns the `assertion`s or `applicator`s that constrain only values of the given type. */
export function keywordsFor(type: ValueType, kind: "assertion" | "applicator"): Keyword[] {
  return keywords.filter(
    (name) =>
      vocabulary[name].kind === kind &&
      vocabulary[name].beside === undefined &&
      vocabulary[name].types?.includes(type) === true,
  );
}
