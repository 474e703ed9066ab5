// Confirmation of values: what a side accepts, depending on its view and on closing; errors are Ajv's
// messages.
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { accepts } from "../../scripts/contract/containment/confirm.ts";
import { assertFormat, compiledSoFar } from "../../scripts/contract/containment/validator.ts";
import type { Side } from "../../scripts/contract/containment/search.ts";
import { object, string } from "./support/api-schemas.ts";
import { sent, written } from "./support/sides.ts";

t.test("a rejected value is explained by error messages with their locations", (t) => {
  const side = written(object({ tags: { additionalProperties: { $ref: "#/$defs/tag" } } }), {
    $defs: { tag: { maxLength: 2 } },
  });
  t.same(accepts(side, { tags: { a: "abc" } }), {
    valid: false,
    errors: ["/tags/a must NOT have more than 2 characters"],
  });
  t.same(accepts(side, { tags: { a: "ab" } }), { valid: true, errors: [] });
  const names = accepts(written({ propertyNames: { maxLength: 1 } }), { ab: 1 });
  t.match(names.errors.join(), /"ab"/, "the name that is refused is named");
  t.end();
});

t.test("confirmation handles views and closed sides like the search", (t) => {
  const id = object(
    { id: { ...string, readOnly: true }, key: { ...string, writeOnly: true } },
    { required: ["id", "key"] },
  );
  const cases: readonly { title: string; side: Side; value: Json; want: boolean }[] = [
    {
      title: "no readOnly in a request",
      side: { ...sent(id), view: "request" },
      value: { key: "k" },
      want: true,
    },
    {
      title: "closed: it is not even sent",
      side: { ...sent(id), view: "request" },
      value: { key: "k", id: "i" },
      want: false,
    },
    {
      title: "no writeOnly in a response",
      side: { ...sent(id), view: "response" },
      value: { id: "i" },
      want: true,
    },
    { title: "all properties as written", side: written(id), value: { id: "i" }, want: false },
    { title: "an unknown name is not sent", side: sent(object({ a: true })), value: { b: 1 }, want: false },
    { title: "but accepted as written", side: written(object({ a: true })), value: { b: 1 }, want: true },
    {
      title: "deep inside too",
      side: sent({ items: { anyOf: [object({ a: true }), { type: "null" }] } }),
      value: [null, { b: 1 }],
      want: false,
    },
    {
      title: "a free-form object sends anything",
      side: sent({ type: "object" }),
      value: { b: 1 },
      want: true,
    },
    {
      title: "patternProperties leave the object open",
      side: sent(object({ a: true }, { patternProperties: { "^x": true } })),
      value: { b: 1 },
      want: true,
    },
    {
      title: "a condition that is true adds its properties",
      side: sent({ if: { required: ["k"] }, then: object({ k: true, l: true }), else: object({ m: true }) }),
      value: { k: 1, l: 1 },
      want: true,
    },
    {
      title: "a condition that is false adds them, too",
      side: sent({ if: { required: ["k"] }, then: object({ k: true, l: true }), else: object({ m: true }) }),
      value: { l: 1 },
      want: true,
    },
    {
      title: "a property that neither branch declares is not sent",
      side: sent({ if: { required: ["k"] }, then: object({ k: true, l: true }), else: object({ m: true }) }),
      value: { n: 1 },
      want: false,
    },
    {
      title: "dependentSchemas add their properties",
      side: sent(object({ a: true }, { dependentSchemas: { a: object({ b: true }) } })),
      value: { a: 1, b: 1 },
      want: true,
    },
  ];
  for (const { title, side, value, want } of cases) t.equal(accepts(side, value).valid, want, title);
  t.end();
});

t.test("confirmation follows circular references", (t) => {
  const root: JsonObject = {
    $defs: { node: object({ next: { anyOf: [{ $ref: "#/$defs/node" }, { type: "null" }] } }) },
  };
  const side = sent({ $ref: "#/$defs/node" }, root);
  t.equal(accepts(side, { next: { next: { next: null } } }).valid, true);
  t.equal(accepts(side, { next: { next: { other: null } } }).valid, false);
  t.end();
});

t.test("confirmation computes exactly where Ajv alone would not", (t) => {
  t.equal(accepts(written({ multipleOf: 0.1 }), 0.3).valid, true, "0.3 is a multiple of 0.1");
  const pair: Json = {
    if: { contains: { type: "integer" }, prefixItems: [{ maxProperties: 0 }] },
    else: false,
  };
  t.equal(
    accepts(written(pair), []).valid,
    false,
    "contains fails on an empty array, also beside other keywords",
  );
  const rest: Json = { contains: { type: "string" }, unevaluatedItems: false };
  t.equal(accepts(written(rest), ["a", 1]).valid, false, "contains evaluates only what it finds");
  t.end();
});

t.test("a schema that no validator can compile is reported, without an exception", (t) => {
  const cases: readonly { schema: Json; value: Json }[] = [
    { schema: { $dynamicRef: "#a" }, value: 1 },
    { schema: { $ref: "#/nowhere" }, value: 1 },
    { schema: { pattern: "(?i)a" }, value: "a" },
    { schema: { $schema: "http://json-schema.org/draft-04/schema#" }, value: 1 },
    { schema: { $ref: "#/allOf/0", allOf: [{ $ref: "#" }] }, value: 1 },
  ];
  for (const { schema, value } of cases) {
    const verdict = accepts(written(schema, schema as JsonObject), value);
    t.match(verdict, { valid: false, undecidable: String }, JSON.stringify(schema));
  }
  t.equal(
    accepts(written(object({ a: { $dynamicRef: "#a" } })), { b: 1 }).valid,
    true,
    "not of a value that does not come to it",
  );
  t.end();
});

t.test("properties that Ajv wrongly treats as evaluated are not counted", (t) => {
  const side = written({
    if: { required: ["a"], properties: { a: true } },
    else: { properties: { b: true } },
    unevaluatedProperties: false,
  });
  t.same(accepts(side, { b: 1 }), { valid: true, errors: [] });
  t.same(accepts(side, { constructor: 1 }), { valid: false, errors: ["must match the schema at its root"] });
  t.end();
});

t.test("compiled schemas that were evicted are compiled again, with the caller's formats", (t) => {
  assertFormat("x-even", (value) => value.length % 2 === 0);
  const even = written({ format: "x-even" });
  t.notOk(accepts(even, "abc").valid);
  const before = compiledSoFar();
  const many = Array.from({ length: 10_000 }, () => true);
  t.notOk(accepts(written({ prefixItems: many, maxItems: 0 }), [1]).valid);
  t.ok(compiledSoFar() - before >= 10_000, "what a schema is made of counts");
  t.same(accepts(written({ maxLength: 1, format: "x-even" }), "abc").errors, [
    "must NOT have more than 1 characters",
    'must match format "x-even"',
  ]);
  t.end();
});

t.test("only the properties present in a value are compiled, and the others still count as declared", (t) => {
  const names = Array.from({ length: 40 }, (_, index) => `p${index}`);
  const many = Object.fromEntries(names.map((name) => [name, { type: "integer" }]));
  const side = written(object(many, { additionalProperties: false, required: ["p1"], maxProperties: 2 }));
  const before = compiledSoFar();
  t.same(accepts(side, { p7: "a" }).errors, ["must have required property 'p1'", "/p7 must be integer"]);
  t.ok(compiledSoFar() - before < 20, "not all forty");
  t.same(accepts(side, { p1: 1, x: 1 }).errors, ['must NOT have additional properties ("x")']);
  t.same(accepts(side, { p1: 1, p2: "a", p3: 1 }).errors, [
    "must NOT have more than 2 properties",
    "/p2 must be integer",
  ]);
  t.ok(accepts(side, { p1: 1, p39: 1 }).valid);
  t.end();
});
