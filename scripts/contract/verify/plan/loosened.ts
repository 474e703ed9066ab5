// Relaxes a keyword of a schema step by step: the search finds the nearest invalid values among those that
// the relaxed schema accepts.
import type { Json, JsonObject } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { stringFormat } from "../../containment/formats.ts";
import type { Constraint } from "./constraint.ts";
import { wider } from "./pattern-variants.ts";
import { without } from "./rewritten-schema.ts";

/** One relaxation of a keyword. */
export interface Loosened {
  /** Description of its values: `257 characters`. */
  readonly what: string;
  /** Returns the schema with the keyword relaxed. */
  readonly edit: (schema: JsonObject) => Json;
  /** Schema of the constrained part that the tested values must also match. */
  readonly also?: Json;
}

type Loosen = (value: Json, schema: JsonObject) => Loosened[];

/** Returns the relaxations, nearest first; the last one always removes the keyword. */
export function loosenedOf({ keyword, value }: Constraint, schema: JsonObject): Loosened[] {
  const nearest = Object.hasOwn(nearby, keyword) ? (nearby[keyword]?.(value, schema) ?? []) : [];
  return keyword === "required"
    ? [{ what: `without ${jsonText(value)}`, edit: (whole) => withoutRequired(whole, value) }]
    : [...nearest, { what: "anything else", edit: (whole) => withoutKeyword(whole, keyword) }];
}

const beside: Readonly<Record<string, readonly string[]>> = {
  contains: ["minContains", "maxContains"],
  if: ["then", "else"],
};

function withoutKeyword(schema: JsonObject, keyword: string): JsonObject {
  return without(schema, keyword, ...(beside[keyword] ?? []));
}

function withoutRequired(schema: JsonObject, name: Json): JsonObject {
  const { required } = schema;
  return { ...schema, required: isArray(required) ? required.filter((one) => one !== name) : [] };
}

/** Relaxes a count by one; for `minLength`, also with characters that UTF-16 counts twice. */
function countOf(keyword: string, unit: string, by: 1 | -1): Loosen {
  return (value) => {
    if (typeof value !== "number" || value + by < 0) return [];
    const edit = (schema: JsonObject): Json => ({ ...schema, [keyword]: value + by });
    const plain = { what: `${value + by} ${unit}`, edit };
    if (unit !== "characters") return [plain];
    const doubled = {
      what: `${value + by} characters outside of the BMP`,
      edit,
      also: { pattern: outsideOfBmp },
    };
    return by === 1 ? [plain] : [plain, doubled];
  };
}

/** Texts of characters that are two code units each in UTF-16. */
export const outsideOfBmp = "^[\\u{1F600}-\\u{1F64F}]+$";

/** Relaxes a numeric limit by one step; an exclusive limit becomes inclusive. */
function limit(keyword: string, by: 1 | -1): Loosen {
  return (value, schema) => {
    if (typeof value !== "number") return [];
    const past = value + by * stepOf(schema, value);
    return [{ what: String(past), edit: (whole) => ({ ...whole, [keyword]: past }) }];
  };
}

function exclusive(keyword: string, inclusive: string): Loosen {
  return (value) =>
    typeof value !== "number"
      ? []
      : [{ what: String(value), edit: (whole) => ({ ...without(whole, keyword), [inclusive]: value }) }];
}

/** Returns the distance between a number and the next one that a schema may accept. */
export function stepOf({ type, multipleOf }: JsonObject, at: number): number {
  if (typeof multipleOf === "number" && multipleOf > 0) return multipleOf;
  if (type === "integer" || (isArray(type) && type.includes("integer"))) return 1;
  return 10 ** Math.min(0, Math.floor(Math.log10(Math.max(1, Math.abs(at)))) - 6);
}

/** Values that a lenient parser converts to another type. */
const lookalikes: Readonly<Record<string, readonly { readonly what: string; readonly schema: Json }[]>> = {
  integer: [
    { what: "a number in quotes", schema: { type: "string", pattern: "^[1-9]$" } },
    { what: "a fraction", schema: { type: "number", not: { type: "integer" } } },
    // Texts that languages parse as numbers and JSON does not (RFC 8259, section 6).
    { what: "a hexadecimal number", schema: { const: "0x1" } },
    { what: "a number with a sign", schema: { const: "+1" } },
    { what: "a number with a blank", schema: { const: " 1" } },
  ],
  number: [{ what: "a number in quotes", schema: { type: "string", pattern: "^[1-9]$" } }],
  string: [{ what: "a number", schema: { type: "integer", minimum: 1 } }],
  boolean: [
    { what: "a boolean in quotes", schema: { const: "true" } },
    { what: "1 for true", schema: { const: 1 } },
  ],
  array: [
    { what: "an object", schema: { type: "object" } },
    { what: "a single value", schema: { type: "string", minLength: 1 } },
  ],
  object: [{ what: "an array", schema: { type: "array" } }],
};

function otherTypes(value: Json): Loosened[] {
  const types = (isArray(value) ? value : [value]).filter((one) => typeof one === "string");
  const found = types.flatMap((type) => lookalikes[type] ?? []);
  const all = types.includes("null") ? found : [...found, { what: "null", schema: { type: "null" } }];
  return all.map(({ what, schema }) => ({ what, edit: (whole) => without(whole, "type"), also: schema }));
}

/**
 * Returns variants of an enumeration's members: different case, a quoted value of another type, an added
 * space.
 */
function nearMembers(values: readonly Json[]): Loosened[] {
  const texts = values.filter((value) => typeof value === "string").slice(0, 3);
  const near = texts.flatMap((text) => [
    text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase(),
    `${text} `,
    `${text}x`,
  ]);
  const strange = [...new Set(near)].filter((text) => !values.includes(text));
  return strange.map((text) => ({
    what: JSON.stringify(text),
    edit: (whole) => without(whole, "enum", "const"),
    also: { const: text },
  }));
}

const strangersOf: Loosen = (name) => {
  const strangers = typeof name === "string" ? (stringFormat(name)?.strangers ?? []) : [];
  return [...strangers, ...(typeof name === "string" ? (nearStrangers[name] ?? []) : [])].map((text) => ({
    what: JSON.stringify(text),
    edit: (whole) => without(whole, "format"),
    also: { const: text },
  }));
};

/** Invalid texts by format that lenient parsers accept. */
const nearStrangers: Readonly<Record<string, readonly string[]>> = {
  "date-time": ["2020-02-30T00:00:00Z", "2020-01-01T24:00:00Z"],
  date: ["2020-1-1"],
  uuid: ["00000000-0000-4000-8000-00000000000", "{00000000-0000-4000-8000-000000000000}"],
  uri: ["example.com/a", "/a"],
  ipv4: ["256.0.0.1", "1.2.3"],
  liquid: ["{{ a", "{% if a %}"],
};

const nearby: Readonly<Record<string, Loosen>> = {
  type: otherTypes,
  enum: (values) => (isArray(values) ? nearMembers(values) : []),
  const: (value) => nearMembers([value]),
  format: strangersOf,
  pattern: (source) =>
    typeof source !== "string"
      ? []
      : wider(source).map(({ what, pattern }) => ({ what, edit: (whole) => ({ ...whole, pattern }) })),
  minLength: countOf("minLength", "characters", -1),
  maxLength: countOf("maxLength", "characters", 1),
  minItems: countOf("minItems", "items", -1),
  maxItems: countOf("maxItems", "items", 1),
  minProperties: countOf("minProperties", "members", -1),
  maxProperties: countOf("maxProperties", "members", 1),
  minimum: limit("minimum", -1),
  maximum: limit("maximum", 1),
  exclusiveMinimum: exclusive("exclusiveMinimum", "minimum"),
  exclusiveMaximum: exclusive("exclusiveMaximum", "maximum"),
  // Values that match several branches.
  oneOf: (branches) =>
    isArray(branches)
      ? [
          {
            what: "of several branches",
            edit: ({ oneOf, anyOf, ...rest }) => ({
              ...rest,
              allOf: [
                ...(isArray(rest["allOf"]) ? rest["allOf"] : []),
                { anyOf: oneOf },
                ...(anyOf === undefined ? [] : [{ anyOf }]),
              ],
            }),
          },
        ]
      : [],
  additionalProperties: (_, { properties }) => {
    const [name] = isObject(properties) ? Object.keys(properties) : [];
    if (name === undefined) return [];
    const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
    return [
      {
        what: `a member ${JSON.stringify(other)}`,
        edit: (whole) => without(whole, "additionalProperties"),
        also: { type: "object", required: [other] },
      },
    ];
  },
};
