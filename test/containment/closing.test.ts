// Containment of schemas as their senders mean them: undeclared names are not sent.
import t from "tap";
import { object, string } from "./support/api-schemas.ts";
import { checkRows, type Row } from "./support/containment-rows.ts";
import { sent } from "./support/sides.ts";

const asSent: readonly Row[] = [
  {
    title: "an open object that gains an optional property",
    accepts: object({ a: string }),
    rejects: object({ a: string, b: { type: "integer" } }),
    want: "none",
  },
  {
    title: "a closed reader meets a new property",
    accepts: object({ a: string, b: string }),
    rejects: object({ a: string }, { additionalProperties: false }),
    want: { b: "" },
  },
  {
    title: "the branches of allOf are closed together",
    accepts: { allOf: [object({ a: string }), object({ b: string }, { required: ["b"] })] },
    rejects: object({ a: string, b: string, c: { type: "integer" } }, { additionalProperties: true }),
    want: "none",
  },
  {
    title: "nested values of allOf branches are closed together",
    accepts: { allOf: [object({ in: object({ a: string }) }), object({ in: object({ b: string }) })] },
    rejects: object({ in: object({ a: true, b: true }, { additionalProperties: false }) }),
    want: "none",
  },
  {
    title: "properties of two branches are sent together",
    accepts: { anyOf: [object({ a: string }), object({ b: string })] },
    rejects: {
      anyOf: [
        object({ a: string }, { additionalProperties: false }),
        object({ b: string }, { additionalProperties: false }),
      ],
    },
    want: { b: null },
  },
  {
    title: "a property of one branch is sent with another that does not restrict it",
    accepts: { oneOf: [object({ a: { const: 1 } }, { required: ["a"] }), object({ b: string, a: false })] },
    rejects: { properties: { b: { type: "string" } } },
    want: { a: 1, b: null },
  },
  {
    title: "properties of a branch are sent with those beside it",
    accepts: object({ a: string }, { anyOf: [object({ b: string }), object({ c: string })] }),
    rejects: { properties: { a: true, b: { minLength: 1 }, c: true } },
    want: { b: "" },
  },
  {
    title: "a property of unevaluatedProperties has any name if only a branch not taken declares some",
    accepts: {
      unevaluatedProperties: { minimum: 9 },
      dependentSchemas: { b: object({ a: object({ c: string }) }, { required: ["a"] }) },
    },
    rejects: { properties: { a: { propertyNames: { const: "c" } } } },
    want: { a: { a: null } },
  },
  {
    title: "a property that lists nothing in the branch that applies has any name",
    accepts: { anyOf: [object({ a: object({ c: string }) }), object({ a: {} }, { required: ["b"] })] },
    rejects: { properties: { a: { propertyNames: { const: "c" } } } },
    want: { a: { a: null }, b: null },
  },
  {
    title: "an item that lists nothing in the branch that applies has any name",
    accepts: { if: { minItems: 1 }, then: { items: {} }, else: { items: object({ c: string }) } },
    rejects: { items: { propertyNames: { const: "c" } } },
    want: [{ a: null }],
  },
  {
    title: "an unreadable pattern in another branch leaves fractions decided",
    accepts: {
      anyOf: [object({ a: { pattern: "(?i)x" } }, { required: ["a"] }), object({ b: { multipleOf: 0.5 } })],
    },
    rejects: { properties: { b: { not: { type: "number" } } } },
    want: { b: 0 },
  },
  {
    title: "a property required only by a branch not taken is known",
    accepts: object({ a: string }, { if: { required: ["a"] }, then: { required: ["b"] } }),
    rejects: { properties: { b: { type: "string" } } },
    want: { b: null },
  },
  {
    title: "properties of branches are known below them, too",
    accepts: {
      anyOf: [object({ in: object({ a: string }) }), object({ in: object({ b: string }) })],
      type: "object",
    },
    rejects: { properties: { in: { maxProperties: 1 } } },
    want: { in: { a: "", b: null } },
  },
  {
    title: "properties of branches are known in items",
    accepts: {
      type: "array",
      minItems: 1,
      anyOf: [{ items: object({ a: string }) }, { prefixItems: [object({ b: string })] }],
    },
    rejects: { items: { properties: { b: { type: "string" } } } },
    want: [{ b: null }],
  },
  {
    title: "a property unknown to every branch is not sent",
    accepts: { anyOf: [object({ a: string }), object({ b: string })] },
    rejects: { properties: { c: { type: "string" } } },
    want: "none",
  },
  {
    title: "a free-form branch is open",
    accepts: { anyOf: [{ type: "object", minProperties: 1 }, object({ b: string })] },
    rejects: { properties: { c: false } },
    want: { c: null },
    rests: false,
  },
  {
    title: "patterns open the branch that has them",
    accepts: {
      oneOf: [
        object({ k: { const: 1 } }, { required: ["k"], patternProperties: { "^x-": true } }),
        object({ k: { const: 2 }, b: true }, { required: ["k"] }),
      ],
    },
    rejects: { properties: { k: { const: 2 }, c: false } },
    want: { k: 1 },
    rests: false,
  },
  {
    title: "unevaluatedProperties with a schema is an explicit promise",
    accepts: object({ a: string }, { unevaluatedProperties: { type: "integer" } }),
    rejects: { properties: { c: false } },
    want: { c: 0 },
    rests: true,
  },
  {
    title: "a free-form object stays open",
    accepts: { type: "object" },
    rejects: { maxProperties: 0 },
    want: { a: null },
    rests: false,
  },
  {
    title: "an explicit promise is kept and reported",
    accepts: object({ a: string }, { additionalProperties: true }),
    rejects: object({ b: string }),
    want: { b: null },
    rests: true,
  },
  {
    title: "a witness that needs no promise does not depend on one",
    accepts: object({ a: string }, { additionalProperties: true }),
    rejects: object({ a: { ...string, minLength: 1 } }),
    want: { a: "" },
    rests: false,
  },
  {
    title: "a map is no promise",
    accepts: { type: "object", additionalProperties: string },
    rejects: { additionalProperties: { minLength: 1 } },
    want: { a: "" },
    rests: false,
  },
  {
    title: "literal values are sent unchanged",
    accepts: object({ a: true }, { enum: [{ a: { z: 1 }, b: 2 }] }),
    rejects: { properties: { b: false } },
    want: { a: { z: 1 }, b: 2 },
  },
  {
    title: "properties under not and if are not declared",
    accepts: { type: "object", not: { properties: { a: { const: 1 } }, required: ["a"] } },
    rejects: { maxProperties: 0 },
    want: { b: null },
  },
];

t.test("containment is decided for schemas as sent", (t) => {
  checkRows(t, asSent, sent);
  t.end();
});
