import t from "tap";
import { rejectionOf } from "../support/read-files.ts";

const head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n";

t.test("schemas that apply themselves to the same value are rejected with their line", async (t) => {
  const A = "#/components/schemas/A";
  const cases = [
    `A: {allOf: [{$ref: '${A}'}]}`,
    `A: {anyOf: [{type: string}, {not: {$ref: '${A}'}}]}`,
    `A: {if: {$ref: '${A}'}}`,
    `A: {then: {else: {$ref: '${A}'}}}`,
    `A: {dependentSchemas: {a: {$ref: '${A}'}}}`,
    `A: {oneOf: [{type: string}, {allOf: [{$ref: '${A}/oneOf/1'}]}]}`,
    `A: {type: object, $ref: '#/components/schemas/B'}\n    B: {allOf: [{$ref: '${A}'}]}`,
    `A: {discriminator: {propertyName: k}, anyOf: [{$ref: '${A}'}]}`,
  ];
  for (const given of cases) {
    const text = `${head}components:\n  schemas:\n    ${given}\n`;
    t.match(await rejectionOf({ "a.yaml": text }), /^a.yaml:[56]:\d+: \S+ closes a circle of schemas/, given);
  }
  const ends = `A: {properties: {a: {allOf: [{$ref: '${A}'}]}}, items: {$ref: '${A}'}, propertyNames: {$ref: '${A}'}}`;
  t.equal(await rejectionOf({ "a.yaml": `${head}components:\n  schemas:\n    ${ends}\n` }), "accepted");
});
