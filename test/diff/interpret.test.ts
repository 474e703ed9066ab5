// Quick results about a value agree with a validator.
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { interpret } from "../../scripts/contract/containment/interpret.ts";
import { nodeAt } from "../../scripts/contract/containment/schema-node.ts";
import { scopeOf } from "../../scripts/contract/containment/scope.ts";
import { validate } from "../../scripts/contract/containment/validator.ts";

const schemas: Json[] = [
  { type: "integer", minimum: 1, exclusiveMaximum: 3 },
  { type: ["string", "null"], minLength: 2, maxLength: 3 },
  { enum: [1, "ab", { a: 1 }, [1, 2]] },
  { multipleOf: 2 },
  { pattern: "^a", format: "date" },
  { type: "number", format: "int32" },
  { type: "array", prefixItems: [{ type: "integer" }], items: { type: "string" }, minItems: 1 },
  { uniqueItems: true, maxItems: 2 },
  { required: ["a"], properties: { a: { type: "integer" } }, additionalProperties: false },
  { patternProperties: { "^a": { type: "string" } }, additionalProperties: { type: "integer" } },
  { propertyNames: { maxLength: 1 }, minProperties: 1 },
  { dependentRequired: { a: ["b"] } },
  { allOf: [{ required: ["a"] }, { maxProperties: 1 }] },
  { anyOf: [{ type: "string" }, { required: ["b"] }] },
  { oneOf: [{ type: "integer" }, { minimum: 2 }] },
  { not: { type: "object" } },
  { if: { type: "string" }, then: { maxLength: 2 }, else: { type: "integer" } },
  { contains: { type: "integer" } },
  { contains: { type: "integer" }, minContains: 2, maxContains: 2 },
  { contains: { type: "string" }, unevaluatedItems: { type: "object" } },
  { dependentSchemas: { a: { required: ["b"] } } },
  {
    anyOf: [{ required: ["a"], properties: { a: true } }, { minProperties: 1 }],
    unevaluatedProperties: false,
  },
  {
    if: { required: ["a"], properties: { a: true } },
    then: { minProperties: 1 },
    unevaluatedProperties: { type: "string" },
  },
  { oneOf: [{ prefixItems: [true] }, { items: { type: "string" }, minItems: 2 }], unevaluatedItems: false },
  { properties: { constructor: { type: "string" }, a: false } },
  { $ref: "#/defs/tree" },
];
const values: Json[] = [
  ...[null, true, 0, 1, 2, 3, 1.5, -4, 2 ** 31, "", "ab", "abc", "aé\u{1f600}", "2020-01-01"],
  ...[[], [1], [1, 2], [1, "a"], ["a", "a"], [{ a: 1 }, { a: 1 }]],
  ...[{}, { a: 1 }, { a: "x" }, { b: 1 }, { a: 1, b: 2 }, { constructor: 1 }, { a: { a: { a: 1 } } }],
];
const root = { defs: { tree: { type: "object", properties: { a: { $ref: "#/defs/tree" } } } } };

t.test("quick validation agrees with the validator", (t) => {
  let [seen, requested] = [0, 0];
  for (const schema of schemas) {
    const node = nodeAt(scopeOf(root, "none"), schema, "");
    for (const value of values) {
      const said = interpret(node, value);
      if (said === undefined) requested += 1;
      else seen += 1;
      const wanted = validate(node, value).valid;
      t.equal(said ?? wanted, wanted, `${JSON.stringify(schema)} of ${JSON.stringify(value)}`);
    }
  }
  t.ok(seen > requested * 10, "nearly all is seen");
  t.end();
});

t.test("schemas and values reachable in many ways are evaluated once", (t) => {
  const links = 30;
  const schemas = Object.fromEntries(
    Array.from({ length: links }, (_, at) => {
      const next = { $ref: `#/components/schemas/S${at + 1}` };
      const last = { type: "string" };
      return [`S${at}`, at === links - 1 ? last : { if: next, then: next, else: next }];
    }),
  );
  const root = { components: { schemas } };
  const node = nodeAt(scopeOf(root, "none"), schemas["S0"] as never, "/components/schemas/S0");
  t.equal(interpret(node, "x"), true);
  t.equal(interpret(node, { a: 1 }), false);
  t.end();
});
