// Every keyword, tested by values: a value is contained in a schema exactly if the schema accepts it, and two
// validators agree.
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { keywords, vocabulary } from "../../scripts/contract/vocabulary.ts";
import { accepts } from "../../scripts/contract/containment/confirm.ts";
import { search } from "../../scripts/contract/containment/search.ts";
import { secondOpinion } from "./support/second-opinion.ts";
import { written } from "./support/sides.ts";

interface Row {
  readonly schema: Json;
  readonly takes: readonly Json[];
  readonly rejects: readonly Json[];
}

const many = { a: 1, b: "x", c: null };

const rows: readonly Row[] = [
  { schema: true, takes: [null, {}, "a"], rejects: [] },
  { schema: false, takes: [], rejects: [null, {}, "a"] },
  { schema: {}, takes: [0, []], rejects: [] },
  { schema: { type: "null" }, takes: [null], rejects: [0, "", false, [], {}] },
  { schema: { type: "boolean" }, takes: [true, false], rejects: [0, "true", null] },
  { schema: { type: "integer" }, takes: [0, -3, 1e20], rejects: [0.5, "1", null] },
  { schema: { type: "number" }, takes: [0, 0.5], rejects: ["1", null] },
  { schema: { type: "string" }, takes: ["", "a"], rejects: [1, null, []] },
  { schema: { type: "array" }, takes: [[], [1]], rejects: [{}, "a"] },
  { schema: { type: "object" }, takes: [{}, many], rejects: [[], null] },
  { schema: { type: ["string", "null"] }, takes: ["a", null], rejects: [0, {}] },
  { schema: { type: ["integer", "number"] }, takes: [0.5], rejects: ["a"] },
  { schema: { const: null }, takes: [null], rejects: [0, "", {}] },
  { schema: { const: 1 }, takes: [1], rejects: [2, true, "1"] },
  { schema: { const: { a: [1, { b: null }] } }, takes: [{ a: [1, { b: null }] }], rejects: [{ a: [1] }, {}] },
  { schema: { enum: ["a", 1, null, [1]] }, takes: ["a", 1, null, [1]], rejects: ["b", 2, [], [1, 1], {}] },
  { schema: { minimum: 1 }, takes: [1, 2, "0"], rejects: [0, 0.999] },
  { schema: { maximum: 1 }, takes: [1, -2], rejects: [1.001] },
  { schema: { exclusiveMinimum: 1 }, takes: [1.001], rejects: [1] },
  { schema: { exclusiveMaximum: 1 }, takes: [0.999], rejects: [1] },
  { schema: { multipleOf: 2 }, takes: [0, 4, -2, "a"], rejects: [1, 3.5] },
  { schema: { multipleOf: 0.5 }, takes: [1.5, 2], rejects: [0.25] },
  { schema: { minLength: 2 }, takes: ["ab", "😀😀", 1], rejects: ["a", "😀"] },
  { schema: { maxLength: 2 }, takes: ["ab", "😀😀", ""], rejects: ["abc"] },
  { schema: { pattern: "^a+$" }, takes: ["a", "aaa", 1], rejects: ["", "ab", "a\n"] },
  { schema: { pattern: "b" }, takes: ["abc"], rejects: ["ac"] },
  { schema: { pattern: "^\\p{Lu}$" }, takes: ["A", "É"], rejects: ["a", "AA"] },
  { schema: { pattern: "^.$" }, takes: ["😀", "a"], rejects: ["\n", "ab"] },
  { schema: { pattern: "^(?=.*\\d)(?!.*x).{2,3}$" }, takes: ["a1"], rejects: ["x1", "ab", "1"] },
  { schema: { pattern: "\\bid\\b" }, takes: ["an id"], rejects: ["idle"] },
  { schema: { format: "date" }, takes: ["2024-02-29"], rejects: ["2023-02-29", "x"] },
  { schema: { format: "ipv4" }, takes: ["10.0.0.1"], rejects: ["10.0.0"] },
  { schema: { format: "never-heard-of" }, takes: ["x"], rejects: [] },
  { schema: { items: { type: "string" } }, takes: [[], ["a"], {}], rejects: [[1], ["a", null]] },
  { schema: { prefixItems: [{ type: "string" }, true] }, takes: [[], ["a", 1, 2]], rejects: [[1]] },
  { schema: { prefixItems: [true], items: false }, takes: [[], [1]], rejects: [[1, 2]] },
  { schema: { contains: { const: 1 } }, takes: [[1], [0, 1]], rejects: [[], [0]] },
  { schema: { contains: { const: 1 }, minContains: 2 }, takes: [[1, 1]], rejects: [[1, 0]] },
  { schema: { contains: { const: 1 }, minContains: 0 }, takes: [[], [0]], rejects: [] },
  { schema: { contains: { const: 1 }, maxContains: 1 }, takes: [[1, 0]], rejects: [[1, 1], []] },
  { schema: { minContains: 2, maxContains: 0 }, takes: [[]], rejects: [] },
  { schema: { minItems: 1 }, takes: [[0]], rejects: [[]] },
  { schema: { maxItems: 1 }, takes: [[0]], rejects: [[0, 0]] },
  {
    schema: { uniqueItems: true },
    takes: [[1, "1", true]],
    rejects: [
      [1, 1],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  },
  { schema: { uniqueItems: false }, takes: [[1, 1]], rejects: [] },
  {
    schema: { properties: { a: { type: "number" } } },
    takes: [{}, { a: 1 }, { b: "x" }],
    rejects: [{ a: "x" }],
  },
  { schema: { properties: { a: false } }, takes: [{}], rejects: [{ a: null }] },
  {
    schema: { patternProperties: { "^x": { type: "number" } } },
    takes: [{ x: 1, y: "a" }],
    rejects: [{ xy: "a" }],
  },
  { schema: { additionalProperties: false }, takes: [{}], rejects: [{ a: 1 }] },
  {
    schema: {
      properties: { a: true },
      patternProperties: { "^b": true },
      additionalProperties: { type: "null" },
    },
    takes: [{ a: 1, bc: 2, d: null }],
    rejects: [{ d: 1 }],
  },
  { schema: { propertyNames: { maxLength: 1 } }, takes: [{ a: 1 }], rejects: [{ ab: 1 }] },
  { schema: { required: ["a", "b"] }, takes: [many, []], rejects: [{ a: 1 }] },
  { schema: { minProperties: 2 }, takes: [many], rejects: [{ a: 1 }] },
  { schema: { maxProperties: 2 }, takes: [{ a: 1 }], rejects: [many] },
  { schema: { dependentRequired: { a: ["b"] } }, takes: [{}, { a: 1, b: 1 }, { b: 1 }], rejects: [{ a: 1 }] },
  {
    schema: { dependentSchemas: { a: { required: ["b"], maxProperties: 2 } } },
    takes: [{ c: 1 }, { a: 1, b: 1 }],
    rejects: [{ a: 1 }, many],
  },
  { schema: { allOf: [{ minimum: 1 }, { maximum: 2 }] }, takes: [1.5], rejects: [0, 3] },
  { schema: { anyOf: [{ type: "string" }, { minimum: 3 }] }, takes: ["a", 3, null], rejects: [2] },
  { schema: { oneOf: [{ minimum: 1 }, { maximum: 2 }] }, takes: [0, 3], rejects: [1.5, "a"] },
  { schema: { not: { type: "string" } }, takes: [1], rejects: ["a"] },
  { schema: { not: {} }, takes: [], rejects: [1, {}] },
  {
    schema: {
      if: { properties: { a: { const: 1 } }, required: ["a"] },
      then: { required: ["b"] },
      else: { required: ["c"] },
    },
    takes: [{ a: 1, b: 1 }, { c: 1 }],
    rejects: [{ a: 1 }, {}, { a: 2 }],
  },
  { schema: { if: { type: "string" }, then: { minLength: 1 } }, takes: ["a", 1], rejects: [""] },
  { schema: { then: false, else: false }, takes: [1], rejects: [] },
  { schema: { $ref: "#/$defs/short" }, takes: ["a"], rejects: ["abc"] },
  { schema: { $ref: "#/$defs/short", minLength: 1 }, takes: ["a"], rejects: ["", "abc"] },
  { schema: { $ref: "#tree" }, takes: [{ of: [{ of: [] }] }], rejects: [{ of: [{}] }, {}] },
  { schema: { unevaluatedProperties: false }, takes: [{}], rejects: [{ a: 1 }] },
  {
    schema: { allOf: [{ properties: { a: true } }], properties: { b: true }, unevaluatedProperties: false },
    takes: [{ a: 1, b: 1 }],
    rejects: [{ c: 1 }],
  },
  {
    schema: {
      anyOf: [{ properties: { a: { type: "number" } } }, { properties: { b: true }, required: ["b"] }],
      unevaluatedProperties: false,
    },
    takes: [{ a: 1 }, { a: 1, b: 1 }, {}],
    rejects: [{ a: "x" }, { a: "x", b: 1 }, { c: 1 }],
  },
  {
    schema: {
      if: { properties: { a: { const: 1 } }, required: ["a"] },
      then: { properties: { b: true } },
      unevaluatedProperties: { type: "null" },
    },
    takes: [{ a: 1, b: 1 }, { a: null }, { b: null }],
    rejects: [{ a: 2 }, { b: 1 }],
  },
  { schema: { prefixItems: [true], unevaluatedItems: false }, takes: [[1]], rejects: [[1, 2]] },
  {
    schema: { contains: { type: "string" }, unevaluatedItems: { type: "number" } },
    takes: [["a", 1]],
    rejects: [["a", null], [1]],
  },
  {
    schema: {
      oneOf: [{ prefixItems: [{ const: 1 }] }, { prefixItems: [{ const: 2 }, true] }],
      unevaluatedItems: false,
    },
    takes: [[1], [2, 0]],
    rejects: [[1, 0], [3], []],
  },
  {
    schema: { discriminator: { propertyName: "a" }, title: "x", default: 1, examples: ["x"] },
    takes: [{}],
    rejects: [],
  },
  { schema: { minLength: "3", required: "a", type: 7, pattern: null }, takes: ["", {}], rejects: [] },
];

const root = {
  $defs: {
    short: { type: "string", maxLength: 2 },
    tree: { $anchor: "tree", required: ["of"], properties: { of: { items: { $ref: "#tree" } } } },
  },
};

t.test("the table has every keyword that affects validation", (t) => {
  const text = JSON.stringify(rows);
  const missing = keywords.filter((keyword) => {
    const { kind, from } = vocabulary[keyword];
    const decides = from === undefined && ["assertion", "applicator", "reference"].includes(kind);
    return decides && !text.includes(`"${keyword}":`);
  });
  // The document reader resolves dynamic references; the search does not decide those left in.
  t.same(missing, ["$dynamicRef"]);
  t.end();
});

t.test("each value of the table is contained in a schema exactly if the schema accepts it", (t) => {
  for (const { schema, takes, rejects } of rows) {
    for (const [values, want] of [
      [takes, true],
      [rejects, false],
    ] as const) {
      for (const value of values) {
        const title = `${JSON.stringify(schema)} ${want ? "takes" : "rejects"} ${JSON.stringify(value)}`;
        const side = written(schema, root);
        t.equal(accepts(side, value).valid, want, `${title}, says Ajv`);
        const { kind } = search({ accepts: [written({ const: value })], rejects: [side] });
        t.equal(kind, want ? "none" : "found", `${title}, says the search`);
        const { kind: met } = search({ accepts: [written({ const: value }), side], rejects: [] });
        t.equal(met, want ? "found" : "none", `${title}, says the search for a member`);
      }
    }
  }
  t.end();
});

t.test("an independent validator agrees with the table", async (t) => {
  for (const { schema, takes, rejects } of rows) {
    // A malformed keyword is an error for this validator, not an annotation.
    if (JSON.stringify(schema).includes('"required":"a"')) continue;
    for (const value of takes)
      t.ok(await secondOpinion(root, schema, value), JSON.stringify([schema, value]));
    for (const value of rejects)
      t.notOk(await secondOpinion(root, schema, value), JSON.stringify([schema, value]));
  }
});

t.test("a value used as a keyword's value decides containment both ways", (t) => {
  for (const { schema, takes, rejects } of rows) {
    const side = written(schema, root);
    const all = search({ accepts: [written({ enum: takes })], rejects: [side] });
    t.equal(all.kind, "none", `${JSON.stringify(schema)} takes all it takes`);
    const some = search({ accepts: [written({ enum: [...takes, ...rejects] })], rejects: [side] });
    t.equal(some.kind, rejects.length > 0 ? "found" : "none", `${JSON.stringify(schema)} rejects the others`);
  }
  t.end();
});
