// A law: the generated validator and an independent validator agree on what a schema has evaluated.
import assert from "node:assert/strict";
import { fc } from "../support/laws.ts";
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { secondOpinion } from "../containment/support/second-opinion.ts";
import { emittedValidators } from "./emitted-validators.ts";

// Much work: allow for a busy machine.
t.setTimeout(600_000);

const key = fc.constantFrom("a", "b", "ab", "constructor");
const leaf = fc.constantFrom<Json>(true, false, { type: "string" }, { const: 1 }, { minimum: 1 });
const refs = ["A", "B"].map((name) => ({ $ref: `#/components/schemas/${name}` }));

const { schema } = fc.letrec<{ schema: Json; few: Json }>((tie) => ({
  schema: fc.oneof({ maxDepth: 3 }, fc.oneof(leaf, fc.constantFrom<Json>(...refs)), tie("few")),
  few: fc
    .record(
      {
        properties: fc.dictionary(key, leaf, { maxKeys: 2, noNullPrototype: true }),
        patternProperties: fc.dictionary(fc.constantFrom("^a", "b$"), leaf, {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        additionalProperties: leaf,
        required: fc.uniqueArray(key, { maxLength: 1 }),
        unevaluatedProperties: leaf,
        prefixItems: fc.array(leaf, { minLength: 1, maxLength: 2 }),
        items: leaf,
        contains: leaf,
        minContains: fc.nat(2),
        maxContains: fc.nat(2),
        unevaluatedItems: leaf,
        $ref: fc.constantFrom(...refs.map(({ $ref }) => $ref)),
        allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        not: tie("schema"),
        if: tie("schema"),
        then: tie("schema"),
        else: tie("schema"),
        dependentSchemas: fc.dictionary(key, tie("schema"), { maxKeys: 1, noNullPrototype: true }),
      },
      { requiredKeys: [] },
    )
    .map((members): Json => {
      // Ten keywords at once accept nothing.
      const kept = Object.entries(members).filter((_, index, all) => all.length < 6 || index % 3 === 0);
      return Object.fromEntries(kept);
    }),
}));

const value = fc.oneof(
  fc.array(fc.constantFrom<Json>(1, 0, "x", null), { maxLength: 4 }),
  fc.dictionary(key, fc.constantFrom<Json>(1, 0, "x"), { maxKeys: 3, noNullPrototype: true }),
);

const shared: JsonObject = {
  A: {
    properties: { a: { type: "string" }, ab: true },
    patternProperties: { "^c": true },
    prefixItems: [{ const: 1 }],
    anyOf: [{ required: ["b"], properties: { b: true } }, { minItems: 2, items: { type: "integer" } }, {}],
  },
  B: { properties: { b: true }, contains: { const: 1 }, minContains: 0 },
};

t.test("both validators agree on schemas with unevaluatedProperties and unevaluatedItems", async (t) => {
  const counts = { true: 0, false: 0 };
  const law = fc.asyncProperty(
    schema,
    leaf,
    fc.array(value, { minLength: 8, maxLength: 8 }),
    async (inner, rest, values) => {
      const asked = { allOf: [inner], unevaluatedProperties: rest, unevaluatedItems: rest };
      const root = { components: { schemas: { ...shared, S: asked } } };
      const { schemas } = await emittedValidators(t, { schemas: root.components.schemas });
      for (const given of values) {
        const want = await secondOpinion(root, asked, given);
        counts[`${want}`] += 1;
        assert.equal(schemas["S"]?.(given), want, `on ${JSON.stringify(given)}`);
      }
    },
  );
  await fc.assert(law, { numRuns: process.env["CHECK_LONG"] === "1" ? 2000 : 100 });
  t.ok(counts.true > 100 && counts.false > 100, "both verdicts");
});
