// Branches separated by constants and tags have no common value, and many are separated without a search.
import { fc } from "../support/laws.ts";
import t from "tap";
import { overlapsOf } from "../../scripts/contract/containment/branch-overlaps.ts";
import { valueTypes } from "../../scripts/contract/containment/formula.ts";
import { nodeAt, type SchemaNode } from "../../scripts/contract/containment/schema-node.ts";
import { scopeOf } from "../../scripts/contract/containment/scope.ts";
import { search, type Side } from "../../scripts/contract/containment/search.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";

// Allow for a busy machine.
t.setTimeout(600_000);

const root: JsonObject = { components: { schemas: { One: { const: 1 }, Tagged: { required: ["kind"] } } } };
const value = fc.constantFrom<JsonObject[]>(
  { const: 1 },
  { const: "1" },
  { const: null },
  { const: { kind: 1 } },
  { enum: [1, "a"] },
  { enum: ["a", ["b"], { kind: "a" }] },
  { type: "string", enum: [1, "b"] },
  { $ref: "#/components/schemas/One" },
  { allOf: [{ enum: [1, 2] }, { enum: [2, 3] }] },
  { type: "integer" },
  {},
);
const plain: fc.Arbitrary<JsonObject> = fc.oneof(
  value,
  fc
    .record({
      kind: value,
      other: value,
      required: fc.subarray(["kind", "other"]),
      isOnlyObject: fc.boolean(),
    })
    .map(({ kind, other, required, isOnlyObject }) => ({
      ...(isOnlyObject && { type: "object" }),
      properties: { kind, other },
      required,
    })),
  fc.tuple(value, value).map(([kind, other]) => ({
    allOf: [{ $ref: "#/components/schemas/Tagged" }, { properties: { kind } }],
    properties: { kind: other, secret: { readOnly: true, const: 1 } },
    required: ["secret"],
  })),
);
const branch = fc.oneof(
  { weight: 2, arbitrary: plain },
  fc
    .record({
      keyword: fc.constantFrom("anyOf", "oneOf"),
      of: fc.array(plain, { minLength: 1 }),
      beside: plain,
    })
    .map(({ keyword, of, beside }): JsonObject => ({ ...beside, [keyword]: of })),
);

const nodeOf = (schema: JsonObject): SchemaNode => nodeAt(scopeOf(root, "request"), schema, "");

t.test("branches that are separated have no common value", (t) => {
  const law = fc.property(fc.array(branch, { minLength: 2, maxLength: 5 }), (branches) => {
    const nodes = branches.map(nodeOf);
    const sides = branches.map((schema): Side => ({ root, schema, view: "request", closed: false }));
    for (const type of valueTypes) {
      const overlaps = overlapsOf(nodes, type, { isDisjoint: () => false, spend: () => undefined });
      for (const [at, others] of overlaps.entries()) {
        for (let other = at + 1; other < nodes.length; other += 1) {
          if (others.includes(other)) continue;
          const isOfType: Side = { root: {}, schema: { type }, view: "none", closed: false };
          const { kind } = search({ accepts: [sides[at]!, sides[other]!, isOfType], rejects: [] });
          if (kind !== "none") throw new Error(`${type} ${JSON.stringify([branches[at], branches[other]])}`);
        }
      }
    }
  });
  fc.assert(law, { numRuns: 400 });
  t.end();
});

t.test("constants, lists and tags are compared only where both branches have them", (t) => {
  const many = (make: (at: number) => JsonObject): SchemaNode[] =>
    Array.from({ length: 5000 }, (_, at) => nodeOf(make(at)));
  const table = [
    { title: "constants", type: "string", given: many((at) => ({ const: `v${at}` })) },
    { title: "lists", type: "number", given: many((at) => ({ enum: [at, -at - 1] })) },
    {
      title: "tags",
      type: "object",
      given: many((at) => ({ type: "object", required: ["k"], properties: { k: { const: at }, v: {} } })),
    },
    {
      title: "tags of unions",
      type: "object",
      given: many((at) => ({
        oneOf: [0.1, 0.2].map((of) => ({ required: ["k"], properties: { k: { const: at + of } } })),
      })),
    },
    { title: "types", type: "string", given: many((at) => ({ type: at === 0 ? "string" : "null" })) },
  ] as const;
  for (const { title, type, given } of table) {
    let [requested, spent] = [0, 0];
    const overlaps = overlapsOf(given, type, {
      isDisjoint: () => (requested += 1) < 0,
      spend: (steps) => (spent += steps),
    });
    t.ok(
      overlaps.every((others) => others.length === 0),
      title,
    );
    t.equal(requested, 0, title);
    t.ok(spent <= given.length, title);
  }
  t.end();
});
