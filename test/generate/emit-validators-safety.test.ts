// The generated validators are safe with any input and any document.
import t from "tap";
import { processorTime } from "../support/processor-time.ts";
import { emittedValidators, errorsOf } from "./emitted-validators.ts";
import { noContent } from "./plan-from.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

t.test("inherited keys count only as own properties of a value", async (t) => {
  const { schemas } = await emittedValidators(t, {
    schemas: {
      Strange: {
        type: "object",
        required: ["constructor"],
        properties: { toString: { type: "string" }, valueOf: { type: "string" } },
      },
      Tags: {
        type: "object",
        maxProperties: 2,
        propertyNames: { maxLength: 12 },
        additionalProperties: { type: "string" },
      },
      Closed: { type: "object", additionalProperties: false },
    },
  });
  t.strictSame(errorsOf(schemas["Strange"], {}), [" required: must have required property 'constructor'"]);
  t.strictSame(errorsOf(schemas["Strange"], { constructor: 1, valueOf: 1 }), [
    "/valueOf type: must be string",
  ]);
  const hostile = (text: string): unknown => JSON.parse(text);
  t.strictSame(errorsOf(schemas["Tags"], hostile('{"__proto__": "x", "constructor": "y"}')), []);
  t.strictSame(errorsOf(schemas["Tags"], hostile('{"__proto__": 1}')), ["/__proto__ type: must be string"]);
  t.strictSame(errorsOf(schemas["Closed"], hostile('{"__proto__": 1}')), [
    " additionalProperties: must NOT have additional properties",
  ]);
});

t.test(
  "values with many properties, and with lists of types below them, are validated at their locations",
  async (t) => {
    const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const { schemas } = await emittedValidators(t, {
      schemas: {
        Wide: {
          type: "object",
          properties: Object.fromEntries(names.map((name) => [name, { type: ["string", "null"] }])),
          additionalProperties: { anyOf: [{ type: ["integer", "null"] }, { type: "boolean" }] },
        },
      },
    });
    t.strictSame(errorsOf(schemas["Wide"], { p0: null, p11: "x", more: 1 }), []);
    t.strictSame(errorsOf(schemas["Wide"], { p11: 1, more: "x" }), [
      "/more type: must be integer,null",
      "/more type: must be boolean",
      "/more anyOf: must match a schema in anyOf",
      "/p11 type: must be string,null",
    ]);
  },
);

t.test("validators change nothing: no coercion, no defaults, nothing removed", async (t) => {
  const { schemas } = await emittedValidators(t, {
    schemas: {
      Pool: {
        type: "object",
        properties: { size: { type: "integer", default: 50 }, name: { type: "string" } },
        unevaluatedProperties: false,
      },
    },
  });
  const value = Object.freeze({ name: 12345, extra: true });
  t.strictSame(errorsOf(schemas["Pool"], value), [
    "/name type: must be string",
    " unevaluatedProperties: must NOT have unevaluated properties",
  ]);
  t.strictSame(value, { name: 12345, extra: true });
});

t.test(
  "an endless list of invalid items ends the validation after about a hundred errors, quickly",
  async (t) => {
    const { schemas } = await emittedValidators(t, {
      schemas: {
        Item: {
          type: "object",
          required: ["a", "b", "c", "d", "e"],
          properties: { a: {}, b: {}, c: {}, d: {}, e: {} },
        },
        List: { type: "array", items: ref("Item") },
        Map: { type: "object", propertyNames: { maxLength: 1 }, additionalProperties: { type: "string" } },
      },
    });
    const started = processorTime();
    const list = errorsOf(
      schemas["List"],
      Array.from({ length: 500_000 }, () => ({})),
    );
    const keys = Array.from({ length: 100_000 }, (_, index): [string, number] => [`key${index}`, index]);
    const map = errorsOf(schemas["Map"], Object.fromEntries(keys));
    t.ok(list.length > 100 && list.length < 120, `${list.length} errors of the list`);
    t.ok(map.length > 100 && map.length < 120, `${map.length} errors of the map`);
    t.ok(processorTime() - started < 2000, "little work");
  },
);

t.test("a branch is not accepted because another one has used up the error limit", async (t) => {
  const list = { type: "array", items: { type: "string" } };
  // Code for the second kind is Ajv's.
  for (const more of [{}, { contains: true }]) {
    const { schemas } = await emittedValidators(t, {
      schemas: {
        Any: { ...more, anyOf: [list, list, list] },
        One: { ...more, oneOf: [list, list, list] },
        Rest: { ...more, items: { type: "string" }, anyOf: [list, list] },
      },
    });
    const wrong = Array.from({ length: 1000 }, (_, index) => index);
    for (const [name, most] of Object.entries({ Any: 304, One: 304, Rest: 304 })) {
      const { length } = errorsOf(schemas[name], wrong);
      t.ok(length > 100 && length <= most, `${length} errors of ${name}`);
    }
  }
});

t.test("the code uses nothing that a runtime may forbid, and no value of the document as code", async (t) => {
  const hostile = "`${process.exit(1)}` */ \u2028 '\"\\";
  const { code, schemas } = await emittedValidators(t, {
    schemas: {
      [hostile]: { enum: [hostile, { [hostile]: 1, __proto__: null }], description: hostile },
      Pattern: { type: "string", pattern: "^[/`'\"$]{2}\\/$" },
      Named: {
        type: "object",
        required: [hostile],
        properties: { [hostile]: { const: { a: [hostile] } } },
      },
      Same: { uniqueItems: true },
      Depends: {
        propertyNames: { not: { const: hostile } },
        dependentRequired: { [hostile]: [hostile, `${hostile}2`] },
        dependentSchemas: { [hostile]: false },
        patternProperties: { "[/`'\"$]{2}\u2028": { items: { enum: [hostile] } } },
      },
    },
    paths: { "/a": { get: { operationId: hostile, responses: noContent } } },
  });
  for (const forbidden of [/\brequire\(/, /\beval\b/, /new Function/, /\bimport\b/])
    t.notMatch(code, forbidden);
  t.strictSame(errorsOf(schemas[hostile], hostile), []);
  t.strictSame(errorsOf(schemas[hostile], { [hostile]: 1 }), []);
  t.strictSame(errorsOf(schemas["Pattern"], "`$/"), []);
  t.strictSame(errorsOf(schemas["Named"], { [hostile]: { a: [hostile] } }), []);
  t.strictSame(errorsOf(schemas["Depends"], { [hostile]: 1, "$'\u2028": ["x"] }), [
    ` not: must NOT be valid (${hostile})`,
    " propertyNames: property name must be valid",
    "/$'\u2028/0 enum: must be equal to one of the allowed values",
    ` dependentRequired: must have properties ${hostile}, ${hostile}2 when property ${hostile} is present`,
    " false schema: boolean schema is false",
  ]);
  t.strictSame(
    errorsOf(schemas["Same"], [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ]),
    [" uniqueItems: must NOT have duplicate items (items ## 0 and 1 are identical)"],
  );
});

t.test(
  "a pattern too large for engines, or slow and without a linear-time matcher, is rejected",
  async (t) => {
    const refusals = {
      ["a".repeat(50_000)]: /^the pattern a{200}… has more consecutive parts than engines accept$/,
      "^((((a{0,9}){0,9}){0,9}){0,9})$": /^the pattern .* can take time out of proportion to the text/,
    };
    for (const [pattern, message] of Object.entries(refusals))
      await t.rejects(emittedValidators(t, { schemas: { A: { type: "string", pattern } } }), { message });
  },
);
