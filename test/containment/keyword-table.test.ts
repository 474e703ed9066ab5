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
  readonly refuses: readonly Json[];
}

const many = { a: 1, b: "x", c: null };

const rows: readonly Row[] = [
  { schema: true, takes: [null, {}, "a"], refuses: [] },
  { schema: false, takes: [], refuses: [null, {}, "a"] },
  { schema: {}, takes: [0, []], refuses: [] },
  { schema: { type: "null" }, takes: [null], refuses: [0, "", false, [], {}] },
  { schema: { type: "boolean" }, takes: [true, false], refuses: [0, "true", null] },
  { schema: { type: "integer" }, takes: [0, -3, 1e20], refuses: [0.5, "1", null] },
  { schema: { type: "number" }, takes: [0, 0.5], refuses: ["1", null] },
  { schema: { type: "string" }, takes: ["", "a"], refuses: [1, null, []] },
  { schema: { type: "array" }, takes: [[], [1]], refuses: [{}, "a"] },
  { schema: { type: "object" }, takes: [{}, many], refuses: [[], null] },
  { schema: { type: ["string", "null"] }, takes: ["a", null], refuses: [0, {}] },
  { schema: { type: ["integer", "number"] }, takes: [0.5], refuses: ["a"] },
  { schema: { const: null }, takes: [null], refuses: [0, "", {}] },
  { schema: { const: 1 }, takes: [1], refuses: [2, true, "1"] },
  { schema: { const: { a: [1, { b: null }] } }, takes: [{ a: [1, { b: null }] }], refuses: [{ a: [1] }, {}] },
  { schema: { enum: ["a", 1, null, [1]] }, takes: ["a", 1, null, [1]], refuses: ["b", 2, [], [1, 1], {}] },
  { schema: { minimum: 1 }, takes: [1, 2, "0"], refuses: [0, 0.999] },
  { schema: { maximum: 1 }, takes: [1, -2], refuses: [1.001] },
  { schema: { exclusiveMinimum: 1 }, takes: [1.001], refuses: [1] },
  { schema: { exclusiveMaximum: 1 }, takes: [0.999], refuses: [1] },
  { schema: { multipleOf: 2 }, takes: [0, 4, -2, "a"], refuses: [1, 3.5] },
  { schema: { multipleOf: 0.5 }, takes: [1.5, 2], refuses: [0.25] },
  { schema: { minLength: 2 }, takes: ["ab", "😀😀", 1], refuses: ["a", "😀"] },
  { schema: { maxLength: 2 }, takes: ["ab", "😀😀", ""], refuses: ["abc"] },
  { schema: { pattern: "^a+$" }, takes: ["a", "aaa", 1], refuses: ["", "ab", "a\n"] },
  { schema: { pattern: "b" }, takes: ["abc"], refuses: ["ac"] },
  { schema: { pattern: "^\\p{Lu}$" }, takes: ["A", "É"], refuses: ["a", "AA"] },
  { schema: { pattern: "^.$" }, takes: ["😀", "a"], refuses: ["\n", "ab"] },
  { schema: { pattern: "^(?=.*\\d)(?!.*x).{2,3}$" }, takes: ["a1"], refuses: ["x1", "ab", "1"] },
  { schema: { pattern: "\\bid\\b" }, takes: ["an id"], refuses: ["idle"] },
  { schema: { format: "date" }, takes: ["2024-02-29"], refuses: ["2023-02-29", "x"] },
  { schema: { format: "ipv4" }, takes: ["10.0.0.1"], refuses: ["10.0.0"] },
  { schema: { format: "never-heard-of" }, takes: ["x"], refuses: [] },
  { schema: { items: { type: "string" } }, takes: [[], ["a"], {}], refuses: [[1], ["a", null]] },
  { schema: { prefixItems: [{ type: "string" }, true] }, takes: [[], ["a", 1, 2]], refuses: [[1]] },
  { schema: { prefixItems: [true], items: false }, takes: [[], [1]], refuses: [[1, 2]] },
  { schema: { contains: { const: 1 } }, takes: [[1], [0, 1]], refuses: [[], [0]] },
  { schema: { contains: { const: 1 }, minContains: 2 }, takes: [[1, 1]], refuses: [[1, 0]] },
  { schema: { contains: { const: 1 }, minContains: 0 }, takes: [[], [0]], refuses: [] },
  { schema: { contains: { const: 1 }, maxContains: 1 }, takes: [[1, 0]], refuses: [[1, 1], []] },
  { schema: { minContains: 2, maxContains: 0 }, takes: [[]], refuses: [] },
  { schema: { minItems: 1 }, takes: [[0]], refuses: [[]] },
  { schema: { maxItems: 1 }, takes: [[0]], refuses: [[0, 0]] },
  {
    schema: { uniqueItems: true },
    takes: [[1, "1", true]],
    refuses: [
      [1, 1],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  },
  { schema: { uniqueItems: false }, takes: [[1, 1]], refuses: [] },
  {
    schema: { properties: { a: { type: "number" } } },
    takes: [{}, { a: 1 }, { b: "x" }],
    refuses: [{ a: "x" }],
  },
  { schema: { properties: { a: false } }, takes: [{}], refuses: [{ a: null }] },
  {
    schema: { patternProperties: { "^x": { type: "number" } } },
    takes: [{ x: 1, y: "a" }],
    refuses: [{ xy: "a" }],
  },
  { schema: { additionalProperties: false }, takes: [{}], refuses: [{ a: 1 }] },
  {
    schema: {
      properties: { a: true },
      patternProperties: { "^b": true },
      additionalProperties: { type: "null" },
    },
    takes: [{ a: 1, bc: 2, d: null }],
    refuses: [{ d: 1 }],
  },
  { schema: { propertyNames: { maxLength: 1 } }, takes: [{ a: 1 }], refuses: [{ ab: 1 }] },
  { schema: { required: ["a", "b"] }, takes: [many, []], refuses: [{ a: 1 }] },
  { schema: { minProperties: 2 }, takes: [many], refuses: [{ a: 1 }] },
  { schema: { maxProperties: 2 }, takes: [{ a: 1 }], refuses: [many] },
  { schema: { dependentRequired: { a: ["b"] } }, takes: [{}, { a: 1, b: 1 }, { b: 1 }], refuses: [{ a: 1 }] },
  {
    schema: { dependentSchemas: { a: { required: ["b"], maxProperties: 2 } } },
    takes: [{ c: 1 }, { a: 1, b: 1 }],
    refuses: [{ a: 1 }, many],
  },
  { schema: { allOf: [{ minimum: 1 }, { maximum: 2 }] }, takes: [1.5], refuses: [0, 3] },
  { schema: { anyOf: [{ type: "string" }, { minimum: 3 }] }, takes: ["a", 3, null], refuses: [2] },
  { schema: { oneOf: [{ minimum: 1 }, { maximum: 2 }] }, takes: [0, 3], refuses: [1.5, "a"] },
  { schema: { not: { type: "string" } }, takes: [1], refuses: ["a"] },
  { schema: { not: {} }, takes: [], refuses: [1, {}] },
  {
    schema: {
      if: { properties: { a: { const: 1 } }, required: ["a"] },
      then: { required: ["b"] },
      else: { required: ["c"] },
    },
    takes: [{ a: 1, b: 1 }, { c: 1 }],
    refuses: [{ a: 1 }, {}, { a: 2 }],
  },
  { schema: { if: { type: "string" }, then: { minLength: 1 } }, takes: ["a", 1], refuses: [""] },
  { schema: { then: false, else: false }, takes: [1], refuses: [] },
  { schema: { $ref: "#/$defs/short" }, takes: ["a"], refuses: ["abc"] },
  { schema: { $ref: "#/$defs/short", minLength: 1 }, takes: ["a"], refuses: ["", "abc"] },
  { schema: { $ref: "#tree" }, takes: [{ of: [{ of: [] }] }], refuses: [{ of: [{}] }, {}] },
  { schema: { unevaluatedProperties: false }, takes: [{}], refuses: [{ a: 1 }] },
  {
    schema: { allOf: [{ properties: { a: true } }], properties: { b: true }, unevaluatedProperties: false },
    takes: [{ a: 1, b: 1 }],
    refuses: [{ c: 1 }],
  },
  {
    schema: {
      anyOf: [{ properties: { a: { type: "number" } } }, { properties: { b: true }, required: ["b"] }],
      unevaluatedProperties: false,
    },
    takes: [{ a: 1 }, { a: 1, b: 1 }, {}],
    refuses: [{ a: "x" }, { a: "x", b: 1 }, { c: 1 }],
  },
  {
    schema: {
      if: { properties: { a: { const: 1 } }, required: ["a"] },
      then: { properties: { b: true } },
      unevaluatedProperties: { type: "null" },
    },
    takes: [{ a: 1, b: 1 }, { a: null }, { b: null }],
    refuses: [{ a: 2 }, { b: 1 }],
  },
  { schema: { prefixItems: [true], unevaluatedItems: false }, takes: [[1]], refuses: [[1, 2]] },
  {
    schema: { contains: { type: "string" }, unevaluatedItems: { type: "number" } },
    takes: [["a", 1]],
    refuses: [["a", null], [1]],
  },
  {
    schema: {
      oneOf: [{ prefixItems: [{ const: 1 }] }, { prefixItems: [{ const: 2 }, true] }],
      unevaluatedItems: false,
    },
    takes: [[1], [2, 0]],
    refuses: [[1, 0], [3], []],
  },
  {
    schema: { discriminator: { propertyName: "a" }, title: "x", default: 1, examples: ["x"] },
    takes: [{}],
    refuses: [],
  },
  { schema: { minLength: "3", required: "a", type: 7, pattern: null }, takes: ["", {}], refuses: [] },
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
  for (const { schema, takes, refuses } of rows) {
    for (const [values, want] of [
      [takes, true],
      [refuses, false],
    ] as const) {
      for (const value of values) {
        const title = `${JSON.stringify(schema)} ${want ? "takes" : "refuses"} ${JSON.stringify(value)}`;
        const side = written(schema, root);
        t.equal(accepts(side, value).valid, want, `${title}, says Ajv`);
        const { kind } = search({ accepts: [written({ const: value })], refuses: [side] });
        t.equal(kind, want ? "none" : "found", `${title}, says the search`);
        const { kind: met } = search({ accepts: [written({ const: value }), side], refuses: [] });
        t.equal(met, want ? "found" : "none", `${title}, says the search for a member`);
      }
    }
  }
  t.end();
});

t.test("an independent validator agrees with the table", async (t) => {
  for (const { schema, takes, refuses } of rows) {
    // A malformed keyword is an error for this validator, not an annotation.
    if (JSON.stringify(schema).includes('"required":"a"')) continue;
    for (const value of takes)
      t.ok(await secondOpinion(root, schema, value), JSON.stringify([schema, value]));
    for (const value of refuses)
      t.notOk(await secondOpinion(root, schema, value), JSON.stringify([schema, value]));
  }
});

t.test("a value used as a keyword's value decides containment both ways", (t) => {
  for (const { schema, takes, refuses } of rows) {
    const side = written(schema, root);
    const all = search({ accepts: [written({ enum: takes })], refuses: [side] });
    t.equal(all.kind, "none", `${JSON.stringify(schema)} takes all it takes`);
    const some = search({ accepts: [written({ enum: [...takes, ...refuses] })], refuses: [side] });
    t.equal(some.kind, refuses.length > 0 ? "found" : "none", `${JSON.stringify(schema)} refuses the others`);
  }
  t.end();
});
