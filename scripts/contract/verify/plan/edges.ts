// Boundary values of a constraint that are still valid: its bounds, each member of an enumeration, each type.
import type { Json, JsonObject } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray } from "../../document/pointer.ts";
import { stringFormat } from "../../containment/formats.ts";
import type { Constraint } from "./constraint.ts";
import { outsideOfBmp, stepOf } from "./loosened.ts";
import { corners } from "./pattern-variants.ts";

/** A boundary of the valid values, as a schema of the constrained part. */
export interface Edge {
  readonly what: string;
  readonly schema: Json;
}

/** Maximum number of enumeration members or types that are each tested. */
const most = 60;

type Edges = (value: Json, schema: JsonObject) => Edge[];

/**
 * Returns the boundaries of a constraint; one without boundaries is tested by any value with the constrained
 * part.
 */
export function edgesOf({ keyword, value }: Constraint, schema: JsonObject): Edge[] {
  const own = Object.hasOwn(corner, keyword) ? (corner[keyword]?.(value, schema) ?? []) : [];
  return own.length > 0 ? own.slice(0, most) : [{ what: "", schema: true }];
}

function count(least: string, greatest: string, unit: string): Edges {
  return (value) => {
    if (typeof value !== "number") return [];
    const exactly = { [least]: value, [greatest]: value };
    const plain = { what: `${value} ${unit}`, schema: exactly };
    if (unit !== "characters" || value === 0) return [plain];
    return [
      plain,
      { what: `${value} characters outside of the BMP`, schema: { ...exactly, pattern: outsideOfBmp } },
    ];
  };
}

const exactly = (value: Json): Edge => ({ what: JSON.stringify(value), schema: { const: value } });

const limit: Edges = (value) => [exactly(value)];

function past(by: 1 | -1): Edges {
  return (value, schema) =>
    typeof value === "number" ? [exactly(Number((value + by * stepOf(schema, value)).toPrecision(15)))] : [];
}

const corner: Readonly<Record<string, Edges>> = {
  type: (value) => (isArray(value) ? value.map((type) => ({ what: jsonText(type), schema: { type } })) : []),
  enum: (values) => (isArray(values) ? values.map(exactly) : []),
  const: limit,
  format: (name) => (typeof name === "string" ? (stringFormat(name)?.members ?? []) : []).map(exactly),
  pattern: (source) =>
    typeof source !== "string"
      ? []
      : [
          { what: "", schema: true },
          ...corners(source).map(({ what, pattern }) => ({ what, schema: { pattern } })),
        ],
  minLength: count("minLength", "maxLength", "characters"),
  maxLength: count("minLength", "maxLength", "characters"),
  minItems: count("minItems", "maxItems", "items"),
  maxItems: count("minItems", "maxItems", "items"),
  minProperties: count("minProperties", "maxProperties", "members"),
  maxProperties: count("minProperties", "maxProperties", "members"),
  minimum: limit,
  maximum: limit,
  exclusiveMinimum: past(1),
  exclusiveMaximum: past(-1),
  multipleOf: (value) => [{ what: `${jsonText(value)} itself`, schema: { not: { const: 0 } } }],
  uniqueItems: () => [{ what: "two items that differ", schema: { minItems: 2 } }],
  anyOf: (branches) => branchEdges(branches),
  oneOf: (branches) => branchEdges(branches),
  if: (condition) => [
    { what: "if", schema: condition },
    { what: "else", schema: { not: condition } },
  ],
};

/** Returns each branch, disjoint from the others where possible. */
function branchEdges(branches: Json): Edge[] {
  if (!isArray(branches)) return [];
  return branches.map((branch, index) => ({ what: `branch ${index + 1}`, schema: branch }));
}
