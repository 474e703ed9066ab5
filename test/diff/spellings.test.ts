// One meaning in two spellings: whatever schemas they contain, the two are equal in both directions.
import { fc } from "../support/laws.ts";
import t from "tap";
import { search } from "../../scripts/contract/containment/search.ts";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { Random } from "./adversary/random.ts";
import { SchemaMaker } from "./adversary/schema-maker.ts";

t.setTimeout(600_000);

const numRuns = process.env["CHECK_LONG"] === "1" ? 2000 : 60;
const root = (schema: Json): JsonObject => ({
  components: { schemas: { Own: schema, Thing: { type: "object" }, Leaf: {}, Loop: {} } },
});

/** Each builds two schemas of the same meaning from three arbitrary schemas. */
const spellings: Readonly<
  Record<string, (a: JsonObject, b: JsonObject, c: JsonObject) => readonly [Json, Json]>
> = {
  "allOf of one": (a) => [a, { allOf: [a] }],
  "not, twice": (a) => [a, { not: { not: a } }],
  "a reference": (a) => [a, { $ref: "#/components/schemas/Own" }],
  "the order of allOf": (a, b) => [{ allOf: [a, b] }, { allOf: [b, a] }],
  "the order of anyOf": (a, b) => [{ anyOf: [a, b] }, { anyOf: [b, a] }],
  "anyOf of neither not": (a, b) => [{ anyOf: [a, b] }, { not: { allOf: [{ not: a }, { not: b }] } }],
  "allOf of neither not": (a, b) => [{ allOf: [a, b] }, { not: { anyOf: [{ not: a }, { not: b }] } }],
  "oneOf of two": (a, b) => [
    { oneOf: [a, b] },
    { anyOf: [{ allOf: [a, { not: b }] }, { allOf: [{ not: a }, b] }] },
  ],
  "if, then, else": (a, b, c) => [
    { if: a, then: b, else: c },
    { anyOf: [{ allOf: [a, b] }, { allOf: [{ not: a }, c] }] },
  ],
  "if and then": (a, b) => [{ if: a, then: b }, { anyOf: [{ not: a }, b] }],
  dependentSchemas: (a) => [
    { dependentSchemas: { a } },
    { if: { type: "object", required: ["a"] }, then: a },
  ],
  dependentRequired: () => [
    { dependentRequired: { a: ["b"] } },
    { anyOf: [{ not: { type: "object", required: ["a"] } }, { required: ["b"] }] },
  ],
  "enum and const": () => [
    { enum: ["x", 1, null] },
    { anyOf: [{ const: null }, { const: "x" }, { const: 1 }] },
  ],
  "a list of types": (a) => [
    { type: ["string", "object"], allOf: [a] },
    {
      anyOf: [
        { type: "string", allOf: [a] },
        { type: "object", allOf: [a] },
      ],
    },
  ],
  "a tuple": (a, b) => [
    { type: "array", prefixItems: [a, b], minItems: 2, maxItems: 2 },
    { type: "array", prefixItems: [a, b], items: false, minItems: 2 },
  ],
  "items and a tuple of one": (a, b) => [
    { items: a, prefixItems: [{ allOf: [a, b] }] },
    { allOf: [{ items: a, prefixItems: [a] }, { prefixItems: [b] }] },
  ],
  "contains one and not all otherwise": (a) => [
    { type: "array", contains: a },
    { type: "array", not: { items: { not: a } } },
  ],
  "properties apart": (a, b) => [
    { properties: { a, b } },
    { allOf: [{ properties: { a } }, { properties: { b } }] },
  ],
  "a name as a pattern": (a) => [{ properties: { a } }, { patternProperties: { "^a$": a } }],
  "no further names": (a) => [
    { properties: { a }, additionalProperties: false },
    { properties: { a }, propertyNames: { enum: ["a"] } },
  ],
  "not required": () => [
    { type: "object", properties: { a: false } },
    { type: "object", not: { required: ["a"] } },
  ],
  "a length as a pattern": () => [
    { type: "string", minLength: 1, maxLength: 3 },
    { type: "string", pattern: "^[^]{1,3}$" },
  ],
  "integers as multiples": () => [
    { type: "integer", minimum: 2 },
    { type: "number", multipleOf: 1, exclusiveMinimum: 1 },
  ],
};

const any = fc.nat().map((seed) => new SchemaMaker(new Random(seed)).schema(1));

for (const [title, spell] of Object.entries(spellings)) {
  t.test(title, (t) => {
    let open = 0;
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const [one, other] = spell(a, b, c);
        for (const [sent, read] of [
          [one, other],
          [other, one],
        ] as const) {
          const at = { root: root(a), view: "none", closed: false } as const;
          const { kind } = search({ accepts: [{ ...at, schema: sent }], rejects: [{ ...at, schema: read }] });
          if (kind === "found") throw new Error(`${JSON.stringify(sent)} is not in ${JSON.stringify(read)}`);
          if (kind === "undecided") open += 1;
        }
      }),
      { numRuns, seed: 1 },
    );
    t.ok(open <= numRuns / 10, `${open} undecided`);
    t.end();
  });
}
