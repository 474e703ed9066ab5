// The generated validators: as strict as the document, in Ajv's words, and safe with whatever comes in.
import t from "tap";
import { errorsOf, emittedValidators } from "./emitted-validators.ts";
import { noContent } from "./plan-from.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const ok = (schema: object) => ({ description: "Done.", content: { "application/json": { schema } } });

t.test("everything wrong is said at once, in Ajv's words, with its place", async (t) => {
  const { schemas } = await emittedValidators(t, {
    schemas: {
      Id: { type: "string", pattern: "^id_[0-9]{3}$" },
      Pool: {
        type: "object",
        required: ["id", "name"],
        additionalProperties: false,
        properties: {
          id: ref("Id"),
          name: { type: "string", minLength: 2 },
          size: { type: ["integer", "null"], maximum: 5 },
        },
      },
      Pools: { type: "array", maxItems: 2, items: ref("Pool") },
    },
  });
  t.strictSame(errorsOf(schemas["Pools"], [{ id: "id_123", name: "ok", size: null }]), []);
  t.strictSame(
    errorsOf(schemas["Pools"], [{ id: "x", size: 6, more: 1 }, 3, { id: "id_123", name: "a", size: "1" }]),
    [
      " maxItems: must NOT have more than 2 items",
      "/0 required: must have required property 'name'",
      "/0 additionalProperties: must NOT have additional properties",
      '/0/id pattern: must match pattern "^id_[0-9]{3}$"',
      "/0/size maximum: must be <= 5",
      "/1 type: must be object",
      "/2/name minLength: must NOT have fewer than 2 characters",
      "/2/size type: must be integer,null",
    ],
  );
  const { errors } = schemas["Pools"] ?? {};
  t.match(
    errors?.find(({ keyword }) => keyword === "maximum"),
    {
      schemaPath: "#/components/schemas/Pool/properties/size/maximum",
      params: { comparison: "<=", limit: 5 },
    },
  );
});

t.test("an error inside propertyNames names the key, wherever the schema of the key is", async (t) => {
  const key = { type: "string", minLength: 1, maxLength: 3, pattern: "^[a-z]*$", not: { const: "no" } };
  const { schemas } = await emittedValidators(t, {
    schemas: { Key: key, Near: { propertyNames: { maxLength: 3 } }, Far: { propertyNames: ref("Key") } },
  });
  t.strictSame(errorsOf(schemas["Near"], { long1: 1, ok: 1 }), [
    " maxLength: must NOT have more than 3 characters (long1)",
    " propertyNames: property name must be valid",
  ]);
  t.strictSame(errorsOf(schemas["Far"], { ok: 1, A: 1, no: 1 }), [
    ' pattern: must match pattern "^[a-z]*$" (A)',
    " propertyNames: property name must be valid",
    " not: must NOT be valid (no)",
    " propertyNames: property name must be valid",
  ]);
  t.equal(schemas["Far"]?.errors?.[1]?.params["propertyName"], "A");
});

t.test("lengths count code points", async (t) => {
  const { schemas } = await emittedValidators(t, {
    schemas: { Name: { type: "string", minLength: 2, maxLength: 3 } },
  });
  const face = "\u{1f600}";
  const cases = [
    { given: face.repeat(3), want: [] },
    { given: face.repeat(4), want: [" maxLength: must NOT have more than 3 characters"] },
    { given: face, want: [" minLength: must NOT have fewer than 2 characters"] },
    { given: face.repeat(2), want: [] },
    { given: "ab", want: [] },
    { given: "abcd", want: [" maxLength: must NOT have more than 3 characters"] },
    { given: "\ud800", want: [" minLength: must NOT have fewer than 2 characters"] },
  ];
  for (const { given, want } of cases) t.strictSame(errorsOf(schemas["Name"], given), want);
});

t.test("keys that every object inherits count only when they are its own", async (t) => {
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

t.test("nothing is changed: no coercion, no defaults, nothing removed", async (t) => {
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
  "path and query are closed, headers are open, and each operation has the parts it declares",
  async (t) => {
    const { requests, responses } = await emittedValidators(t, {
      paths: {
        "/a/{id}": {
          post: {
            operationId: "write",
            parameters: [
              { name: "id", in: "path", required: true, schema: { type: "integer" } },
              { name: "size", in: "query", required: true, schema: { type: "integer", minimum: 1 } },
              { name: "X-Key", in: "header", schema: { type: "string", maxLength: 2 } },
            ],
            requestBody: {
              content: { "application/json": { schema: ref("Body") }, "image/png": { schema: {} } },
            },
            responses: {
              "200": {
                ...ok(ref("Body")),
                headers: { ETag: { required: true, schema: { type: "string" } } },
              },
              "204": { description: "Done." },
            },
          },
        },
      },
      schemas: { Body: { type: "object" } },
    });
    const { path, query, headers, cookies, body } = requests["write"] ?? {};
    t.strictSame(errorsOf(query, { sice: 1 }), [
      " required: must have required property 'size'",
      " additionalProperties: must NOT have additional properties",
    ]);
    t.strictSame(errorsOf(query, { size: "1" }), ["/size type: must be integer"]);
    t.strictSame(errorsOf(path, { id: 1, other: 1 }), [
      " additionalProperties: must NOT have additional properties",
    ]);
    t.strictSame(errorsOf(headers, { "X-Key": "abc", Host: "x" }), [
      "/X-Key maxLength: must NOT have more than 2 characters",
    ]);
    t.equal(cookies, undefined);
    t.strictSame(Object.keys(body ?? {}), ["application/json"], "a picture is no JSON value");
    t.strictSame(errorsOf(responses["write"]?.["200"]?.headers, {}), [
      " required: must have required property 'ETag'",
    ]);
    t.strictSame(responses["write"]?.["204"], {});
    t.equal(
      body?.["application/json"],
      responses["write"]?.["200"]?.body?.["application/json"],
      "one function for one schema",
    );
  },
);

t.test("what only one side writes is required of that side alone", async (t) => {
  const schemas = {
    User: {
      type: "object",
      required: ["id", "password", "name"],
      properties: { id: ref("Id"), password: { type: "string", writeOnly: true }, name: { type: "string" } },
    },
    Id: { type: "string", readOnly: true },
    Users: { type: "array", items: ref("User") },
  };
  const post = {
    operationId: "write",
    requestBody: { content: { "application/json": { schema: ref("Users") } } },
    responses: { "200": ok(ref("Users")) },
  };
  const validators = await emittedValidators(t, { schemas, paths: { "/users": { post } } });
  const request = validators.requests["write"]?.body?.["application/json"];
  const answer = validators.responses["write"]?.["200"]?.body?.["application/json"];
  t.strictSame(errorsOf(request, [{}]), [
    "/0 required: must have required property 'password'",
    "/0 required: must have required property 'name'",
  ]);
  t.strictSame(errorsOf(answer, [{ name: "x" }]), ["/0 required: must have required property 'id'"]);
  t.strictSame(errorsOf(answer, [{ name: "x", id: 1 }]), ["/0/id type: must be string"]);
  t.equal(errorsOf(validators.schemas["User"], {}).length, 3, "the schema by itself says what it says");
});

t.test("a schema may contain itself", async (t) => {
  const { schemas } = await emittedValidators(t, {
    schemas: {
      Tree: {
        type: "object",
        properties: { children: { type: "array", items: ref("Tree") }, name: { type: "string" } },
      },
      One: { type: "object", properties: { other: ref("Other") } },
      Other: { type: "object", properties: { one: ref("One"), n: { type: "integer" } } },
    },
  });
  t.strictSame(errorsOf(schemas["Tree"], { children: [{ children: [{ name: 1 }] }, 2] }), [
    "/children/0/children/0/name type: must be string",
    "/children/1 type: must be object",
  ]);
  t.strictSame(errorsOf(schemas["One"], { other: { one: { other: { n: "x" } } } }), [
    "/other/one/other/n type: must be integer",
  ]);
});

t.test("formats of the document's own are passed in, by name, and only those", async (t) => {
  const parts = {
    schemas: {
      Text: { type: "string", format: "liquid-ish" },
      When: { type: "string", format: "date-time" },
      Mail: { type: "string", format: "email" },
      Secret: { type: "string", format: "password" },
      Small: { type: "integer", format: "int32" },
      Big: { type: "number", format: "double" },
    },
  };
  const { schemas } = await emittedValidators(t, parts, { "liquid-ish": (text) => text !== "{{" });
  const cases = [
    { name: "Text", given: "{{", want: [' format: must match format "liquid-ish"'] },
    { name: "Text", given: "{", want: [] },
    { name: "When", given: "2016-12-31T23:59:60Z", want: [' format: must match format "date-time"'] },
    { name: "Mail", given: "a@b", want: [' format: must match format "email"'] },
    { name: "Secret", given: "x", want: [] },
    { name: "Small", given: 2147483648, want: [' format: must match format "int32"'] },
    { name: "Big", given: 1e300, want: [] },
  ];
  for (const { name, given, want } of cases) t.strictSame(errorsOf(schemas[name], given), want, name);
  await t.rejects(emittedValidators(t, parts), { message: "createValidators needs the format liquid-ish" });
});

t.test(
  "an endless list of wrong members ends the search after about a hundred errors, quickly",
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
    const started = performance.now();
    const list = errorsOf(
      schemas["List"],
      Array.from({ length: 500_000 }, () => ({})),
    );
    const keys = Array.from({ length: 100_000 }, (_, index): [string, number] => [`key${index}`, index]);
    const map = errorsOf(schemas["Map"], Object.fromEntries(keys));
    t.ok(list.length > 100 && list.length < 120, `${list.length} errors of the list`);
    t.ok(map.length > 100 && map.length < 120, `${map.length} errors of the map`);
    t.ok(performance.now() - started < 2000, "in no time");
  },
);

t.test(
  "the code holds nothing that a runtime may forbid, and no value of the document as code",
  async (t) => {
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
      },
      paths: { "/a": { get: { operationId: hostile, responses: noContent } } },
    });
    for (const forbidden of [/\brequire\(/, /\beval\b/, /new Function/, /\bimport\b/])
      t.notMatch(code, forbidden);
    t.strictSame(errorsOf(schemas[hostile], hostile), []);
    t.strictSame(errorsOf(schemas[hostile], { [hostile]: 1 }), []);
    t.strictSame(errorsOf(schemas["Pattern"], "`$/"), []);
    t.strictSame(errorsOf(schemas["Named"], { [hostile]: { a: [hostile] } }), []);
    t.strictSame(
      errorsOf(schemas["Same"], [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
      [" uniqueItems: must NOT have duplicate items (items ## 0 and 1 are identical)"],
    );
  },
);
