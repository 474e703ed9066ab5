// Containment of schemas as their senders mean them: names that are not declared are not sent.
import t from "tap";
import { object, string } from "./support/api-schemas.ts";
import { checkRows, type Row } from "./support/containment-rows.ts";
import { sent } from "./support/sides.ts";

const asSent: readonly Row[] = [
  {
    title: "an open object that gains an optional property",
    accepts: object({ a: string }),
    refuses: object({ a: string, b: { type: "integer" } }),
    want: "none",
  },
  {
    title: "a closed reader meets a new property",
    accepts: object({ a: string, b: string }),
    refuses: object({ a: string }, { additionalProperties: false }),
    want: { b: "" },
  },
  {
    title: "what allOf joins is closed together",
    accepts: { allOf: [object({ a: string }), object({ b: string }, { required: ["b"] })] },
    refuses: object({ a: string, b: string, c: { type: "integer" } }, { additionalProperties: true }),
    want: "none",
  },
  {
    title: "nested values that allOf joins are closed together",
    accepts: { allOf: [object({ in: object({ a: string }) }), object({ in: object({ b: string }) })] },
    refuses: object({ in: object({ a: true, b: true }, { additionalProperties: false }) }),
    want: "none",
  },
  {
    title: "each branch is closed by itself",
    accepts: { anyOf: [object({ a: string }), object({ b: string })] },
    refuses: {
      anyOf: [
        object({ a: string }, { additionalProperties: false }),
        object({ b: string }, { additionalProperties: false }),
      ],
    },
    want: "none",
  },
  {
    title: "a free-form object stays open",
    accepts: { type: "object" },
    refuses: { maxProperties: 0 },
    want: { a: null },
    rests: false,
  },
  {
    title: "an explicit promise is kept, and said",
    accepts: object({ a: string }, { additionalProperties: true }),
    refuses: object({ b: string }),
    want: { b: null },
    rests: true,
  },
  {
    title: "a witness that needs no promise does not rest on it",
    accepts: object({ a: string }, { additionalProperties: true }),
    refuses: object({ a: { ...string, minLength: 1 } }),
    want: { a: "" },
    rests: false,
  },
  {
    title: "a map is no promise",
    accepts: { type: "object", additionalProperties: string },
    refuses: { additionalProperties: { minLength: 1 } },
    want: { a: "" },
    rests: false,
  },
  {
    title: "values spelled out are sent as they are",
    accepts: object({ a: true }, { enum: [{ a: { z: 1 }, b: 2 }] }),
    refuses: { properties: { b: false } },
    want: { a: { z: 1 }, b: 2 },
  },
  {
    title: "names under not and if are not declared",
    accepts: { type: "object", not: { properties: { a: { const: 1 } }, required: ["a"] } },
    refuses: { maxProperties: 0 },
    want: { b: null },
  },
];

t.test("decides containment as sent", (t) => {
  checkRows(t, asSent, sent);
  t.end();
});
