import t from "tap";
import { knownFormats } from "../../scripts/contract/lint/formats.ts";
import { instanceChecks } from "../../scripts/contract/lint/instance-checks.ts";
import type { Json } from "../../scripts/contract/document/document.ts";

const root = {
  components: {
    schemas: {
      "a b/c": { type: "object", properties: { at: { $ref: "#/components/schemas/At" } } },
      At: { type: "string", format: "date-time" },
      Broken: { type: "nothing" },
      Lost: { $ref: "#/components/schemas/None" },
    },
  },
};

t.test("values are validated against the schema at a pointer, with references and formats", (t) => {
  const checks = instanceChecks(root, knownFormats());
  t.same(checks.problems("/components/schemas/a b~1c", { at: "2024-01-15T09:30:00Z" }), []);
  t.same(checks.problems("/components/schemas/a b~1c", { at: "today" }), [
    { path: "/at", message: 'must match format "date-time"' },
  ]);
  t.end();
});

t.test("an invalid pattern accepts every string and hides no other error", (t) => {
  const schemas = {
    A: {
      properties: { a: { pattern: "\\Aa\\z" }, b: { pattern: "^(b+)+$" } },
      patternProperties: { "(?i)^x": { type: "null" }, "^y": { type: "null" } },
      additionalProperties: false,
    },
  };
  const checks = instanceChecks({ components: { schemas } }, knownFormats());
  t.same(checks.problems("/components/schemas/A", { a: "b", b: `${"b".repeat(50_000)}!`, X1: 1, y: 1 }), [
    { path: "/b", message: 'must match pattern "^(b+)+$"' },
    { path: "/y", message: "must be null" },
  ]);
  t.end();
});

t.test("an invalid schema is reported as a problem, not thrown", (t) => {
  for (const name of ["Broken", "Lost"]) {
    const [problem] = instanceChecks(root, knownFormats()).problems(`/components/schemas/${name}`, "x");
    t.match(problem?.message, /^cannot be validated, its schema is invalid: /, name);
  }
  t.end();
});

t.test("an invalid schema affects only the schemas that reference it", (t) => {
  const A = { type: "array", items: { $ref: "#/components/schemas/Broken" } };
  const schemas = { A, B: { type: "string" }, Broken: { type: "nothing" } };
  const checks = instanceChecks({ components: { schemas } }, knownFormats());
  checks.prepare(["/components/schemas/A", "/components/schemas/B"]);
  t.same(
    [
      checks.problems("/components/schemas/A", [1]),
      checks.problems("/components/schemas/B", 1),
      checks.problems("/components/schemas/B", "x"),
    ].map(([first]) => first?.message),
    [
      "cannot be validated, its schema is invalid: type in #/components/schemas/Broken has a value that JSON Schema does not allow",
      "must be string",
      undefined,
    ],
  );
  t.end();
});

t.test("lint and generated validators agree on values where other tools differ", (t) => {
  const cases: { schema: Json; value: Json; want: readonly string[] }[] = [
    { schema: { multipleOf: 0.01 }, value: 19.99, want: [] },
    {
      schema: { prefixItems: [true], contains: { type: "string" }, unevaluatedItems: false },
      value: [1, "a"],
      want: [],
    },
    {
      schema: { if: { required: ["a"], properties: { a: true } }, unevaluatedProperties: false },
      value: { a: 1 },
      want: [],
    },
    {
      schema: { unevaluatedProperties: false },
      value: { a: 1 },
      want: ["must NOT have unevaluated properties: a"],
    },
    {
      schema: { uniqueItems: true },
      value: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      want: ["must NOT have duplicate items"],
    },
    {
      schema: { propertyNames: { maxLength: 1 } },
      value: { ab: 1 },
      want: ['has the name "ab", which must NOT have more than 1 characters'],
    },
    { schema: { type: "integer", format: "int32" }, value: 2 ** 31, want: ['must match format "int32"'] },
    { schema: { type: "string", format: "uuid" }, value: "x", want: ['must match format "uuid"'] },
    { schema: { type: "string", format: "liquid" }, value: "{{ a }", want: ['must match format "liquid"'] },
    { schema: { type: "string", format: "of-nobody" }, value: "x", want: [] },
  ];
  for (const { schema, value, want } of cases) {
    const found = instanceChecks({ S: schema }, knownFormats()).problems("/S", value);
    t.equal(found.length, want.length, JSON.stringify(schema));
    for (const [index, message] of want.entries()) t.ok(found[index]?.message.startsWith(message), message);
  }
  t.end();
});
