import t from "tap";
import { demandsOf } from "../../../scripts/contract/diff/explain/demands.ts";
import { schemaAlong } from "../../../scripts/contract/diff/explain/location.ts";
import { accepts } from "../../../scripts/contract/containment/confirm.ts";
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";

const reading = { root: {}, view: "none", closed: false } as const;

/** Values that distinguish the keywords. */
const values: Json[] = [
  null,
  true,
  0,
  1,
  2.5,
  -3,
  "",
  "a",
  "abc",
  "2026-01-31",
  [],
  [1],
  [1, 1],
  ["a", 2, 3],
  {},
  { a: 1 },
  { a: "x", b: 2 },
  { "x-a": 1 },
  { c: null },
];

t.test("a value is invalid against a schema exactly if it violates one of its demands", (t) => {
  const schemas: JsonObject[] = [
    { type: "object", required: ["a"], properties: { a: { type: "integer" }, b: false } },
    {
      properties: { a: true },
      patternProperties: { "^x-": { type: "string" } },
      additionalProperties: false,
    },
    { properties: { a: true }, additionalProperties: { type: "integer" } },
    { type: ["string", "array"], maxLength: 2, minItems: 1, uniqueItems: true },
    { prefixItems: [{ type: "integer" }], items: { type: "integer", minimum: 3 } },
    { prefixItems: [{ type: "integer" }], items: false },
    { contains: { const: 1 }, minContains: 2 },
    { if: { type: "string" }, then: { minLength: 1 }, else: { not: { type: "null" } } },
    {
      anyOf: [{ type: "string" }, { minimum: 1 }],
      oneOf: [{ type: "number" }, { type: "integer" }, { type: "string" }],
    },
    { dependentRequired: { a: ["b"] }, propertyNames: { maxLength: 2 }, minProperties: 1, maxProperties: 1 },
    { properties: { a: true }, unevaluatedProperties: false },
    { prefixItems: [true], unevaluatedItems: false },
    { enum: [1, "a", {}], multipleOf: 0.5 },
    { format: "date", pattern: "^2" },
    { exclusiveMinimum: 0, maximum: 2 },
  ];
  for (const schema of schemas) {
    const demands = demandsOf(reading, { schema }, [{ schema: true }], reading).map((demand) =>
      demand.kind === "step" ? schemaAlong([demand.step], demand.part.schema) : demand.schema,
    );
    for (const value of values) {
      const takes = (requested: Json) => accepts({ ...reading, schema: requested }, value).valid;
      t.equal(demands.every(takes), takes(schema), `${JSON.stringify(schema)} and ${JSON.stringify(value)}`);
    }
  }
  t.end();
});
