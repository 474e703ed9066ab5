// Containment of schemas as written: the witness, or the proof that there is none.
import t from "tap";
import { cat, dog, object, string } from "./support/api-schemas.ts";
import { checkRows, type Row } from "./support/containment-rows.ts";
import { written } from "./support/sides.ts";
import type { Json } from "../../scripts/contract/document/document.ts";

const asWritten: readonly Row[] = [
  {
    title: "a lowered maxLength",
    accepts: { ...string, maxLength: 3 },
    rejects: { maxLength: 2 },
    want: "aaa",
  },
  {
    title: "a raised maxLength",
    accepts: { ...string, maxLength: 3 },
    rejects: { maxLength: 4 },
    want: "none",
  },
  {
    title: "an integer read as a number",
    accepts: { type: "integer" },
    rejects: { type: "number" },
    want: "none",
  },
  {
    title: "a number read as an integer",
    accepts: { type: "number" },
    rejects: { type: "integer" },
    want: 0.5,
  },
  {
    title: "integers above 0 are at least 1",
    accepts: { type: "integer", exclusiveMinimum: 0 },
    rejects: { minimum: 1 },
    want: "none",
  },
  {
    title: "decimals are exact",
    accepts: { type: "number", multipleOf: 0.3 },
    rejects: { multipleOf: 0.1 },
    want: "none",
  },
  {
    title: "multiples of 2 and of 3 are multiples of 6",
    accepts: { type: "number", allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] },
    rejects: { multipleOf: 6 },
    want: "none",
  },
  {
    title: "a type array is a union",
    accepts: { anyOf: [string, { type: "null" }] },
    rejects: { type: ["null", "string"] },
    want: "none",
  },
  { title: "null removed", accepts: { type: ["string", "null"] }, rejects: string, want: null },
  { title: "an enum that gains a value", accepts: { enum: ["a", "b"] }, rejects: { enum: ["a"] }, want: "b" },
  {
    title: "a pattern made more general",
    accepts: { ...string, pattern: "^a+$" },
    rejects: { pattern: "^a" },
    want: "none",
  },
  {
    title: "a pattern made narrower",
    accepts: { ...string, pattern: "^a" },
    rejects: { pattern: "^a+$" },
    want: "ab",
  },
  {
    title: "minLength expressed by a pattern",
    accepts: { ...string, minLength: 2 },
    rejects: { pattern: "^[\\s\\S]{2}" },
    want: "none",
  },
  {
    title: "lengths too large for an automaton",
    accepts: { ...string, pattern: "^[a-z]{1,100000}$" },
    rejects: { maxLength: 99_999 },
    want: "a".repeat(100_000),
  },
  {
    title: "look-aheads are sets of words",
    accepts: { ...string, pattern: "^(?=.*[a-z])(?=.*\\d).{2,}$" },
    rejects: { pattern: "[a-z].*\\d|\\d.*[a-z]" },
    want: "none",
  },
  {
    title: "an untouched union in another order",
    accepts: { oneOf: [cat, dog] },
    rejects: { oneOf: [dog, cat] },
    want: "none",
  },
  {
    title: "oneOf with a distinguishing tag is anyOf",
    accepts: { anyOf: [cat, dog] },
    rejects: { oneOf: [cat, dog] },
    want: "none",
  },
  {
    title: "a branch removed",
    accepts: { oneOf: [cat, dog] },
    rejects: { oneOf: [cat] },
    want: { kind: "dog" },
  },
  {
    title: "branches that start to overlap",
    accepts: {
      oneOf: [
        { type: "integer", minimum: 0 },
        { type: "integer", maximum: -1 },
      ],
    },
    rejects: { oneOf: [{ minimum: -1 }, { maximum: -1 }] },
    want: -1,
  },
  {
    title: "a union covered only by several branches together",
    accepts: { type: "integer", minimum: 0, maximum: 9 },
    rejects: { anyOf: [{ maximum: 4 }, { minimum: 5, maximum: 7 }, { enum: [8, 9] }] },
    want: "none",
  },
  {
    title: "items that must differ",
    accepts: { type: "array", items: { enum: [1, 2] }, uniqueItems: true },
    rejects: { maxItems: 2 },
    want: "none",
  },
  {
    title: "a tuple that must contain duplicates",
    accepts: { type: "array", items: { type: "boolean" }, minItems: 3 },
    rejects: { not: { uniqueItems: true } },
    want: "none",
  },
  {
    title: "minContains raised",
    accepts: { type: "array", contains: { const: 1 } },
    rejects: { contains: { const: 1 }, minContains: 2 },
    want: [1],
  },
  {
    title: "a map whose values get shorter",
    accepts: { type: "object", additionalProperties: { ...string, maxLength: 3 } },
    rejects: { additionalProperties: { maxLength: 2 } },
    want: { a: "aaa" },
  },
  {
    title: "too few names for so many properties",
    accepts: { type: "object", propertyNames: { enum: ["a", "b"] }, minProperties: 3 },
    rejects: false,
    want: "none",
  },
  {
    title: "a pattern that leaves few names",
    accepts: {
      type: "object",
      patternProperties: { "^[ab]$": true },
      additionalProperties: false,
      minProperties: 2,
    },
    rejects: { required: ["a", "b"] },
    want: "none",
  },
  {
    title: "an ordinary name such as __proto__",
    accepts: JSON.parse('{"type":"object","required":["__proto__"]}') as Json,
    rejects: { maxProperties: 0 },
    want: JSON.parse('{"__proto__":null}') as Json,
  },
  {
    title: "unevaluatedProperties beside allOf",
    accepts: { allOf: [object({ a: string })], unevaluatedProperties: false, type: "object" },
    rejects: object({ a: string }, { additionalProperties: false }),
    want: "none",
  },
  {
    title: "a schema that accepts nothing",
    accepts: { type: "string", minLength: 2, maxLength: 1 },
    rejects: false,
    want: "none",
  },
];

t.test("containment is decided for schemas as written", (t) => {
  checkRows(t, asWritten, written);
  t.end();
});
