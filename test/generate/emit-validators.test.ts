// The generated validators: as strict as the document, with Ajv's messages, and safe with any input.
import t from "tap";
import { errorsOf, emittedValidators } from "./emitted-validators.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const ok = (schema: object) => ({ description: "Done.", content: { "application/json": { schema } } });

t.test("all errors are reported at once, with Ajv's messages and their locations", async (t) => {
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

t.test("a schema may contain itself", async (t) => {
  const { schemas } = await emittedValidators(t, {
    schemas: {
      Tree: {
        type: "object",
        properties: { children: { type: "array", items: ref("Tree") }, name: { type: "string" } },
      },
      One: { type: "object", properties: { other: ref("Other") } },
      Other: { type: "object", properties: { one: ref("One"), n: { type: "integer" } } },
      Node: { $dynamicAnchor: "node", type: "object", additionalProperties: { $dynamicRef: "#node" } },
    },
  });
  t.strictSame(errorsOf(schemas["Tree"], { children: [{ children: [{ name: 1 }] }, 2] }), [
    "/children/0/children/0/name type: must be string",
    "/children/1 type: must be object",
  ]);
  t.strictSame(errorsOf(schemas["One"], { other: { one: { other: { n: "x" } } } }), [
    "/other/one/other/n type: must be integer",
  ]);
  t.strictSame(errorsOf(schemas["Node"], { a: { b: {}, c: 1 } }), ["/a/c type: must be object"]);
});

t.test("custom formats of the document are passed in by name, and only those", async (t) => {
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

t.test("slow patterns are matched in linear time, also for property names", async (t) => {
  const { schemas, code } = await emittedValidators(t, {
    schemas: {
      Slow: { type: "string", pattern: "^(a+)+$" },
      Search: { type: "string", pattern: "\\s+$" },
      Names: { patternProperties: { "^(x|x)*$": { type: "null" } }, additionalProperties: false },
      Fast: { type: "string", pattern: "^(?i:[a-f]+)$" },
    },
  });
  const before = process.cpuUsage();
  t.strictSame(errorsOf(schemas["Slow"], `${"a".repeat(100_000)}!`), [
    ' pattern: must match pattern "^(a+)+$"',
  ]);
  t.strictSame(errorsOf(schemas["Slow"], "a".repeat(100_000)), []);
  t.equal(errorsOf(schemas["Search"], `${" ".repeat(100_000)}!`).length, 1);
  t.equal(errorsOf(schemas["Names"], { [`${"x".repeat(50_000)}y`]: null }).length, 1);
  t.strictSame(errorsOf(schemas["Names"], { xx: null }), []);
  t.ok(process.cpuUsage(before).user < 2_000_000);
  t.strictSame(errorsOf(schemas["Fast"], "aBcF"), []);
  t.match(code, "/^(?:[a-fA-F]+)$/u", "others stay the engine's");
});

t.test("patterns of another dialect are not checked, but adjacent keywords are", async (t) => {
  const { schemas } = await emittedValidators(t, {
    schemas: {
      Text: { type: "string", pattern: "\\A[0-9]+\\z", maxLength: 3 },
      Names: {
        patternProperties: { "(?i)^x": { type: "null" }, "^y": { type: "null" } },
        additionalProperties: false,
        required: ["y"],
      },
    },
  });
  t.strictSame(errorsOf(schemas["Text"], "abc"), []);
  t.strictSame(errorsOf(schemas["Text"], "abcd").length, 1);
  t.strictSame(errorsOf(schemas["Names"], { X: 1, y: 1 }), ["/y type: must be null"]);
});

t.test("a slow pattern without a linear-time matcher is rejected with its location", async (t) => {
  const pattern = "^(a+)+\\1$";
  await t.rejects(emittedValidators(t, { schemas: { Back: { type: "string", pattern } } }), {
    name: "DocumentError",
    message: /\^\(a\+\)\+\\1\$ can take time out of proportion/,
    place: { line: 1 },
  });
});
