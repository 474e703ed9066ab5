import t from "tap";
import { knownFormats } from "../../scripts/lint/formats.ts";
import { instanceChecks } from "../../scripts/lint/instance-checks.ts";

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

t.test("values are judged by the schema at a pointer, references and formats included", (t) => {
  const checks = instanceChecks(root, knownFormats());
  t.same(checks.problems("/components/schemas/a b~1c", { at: "2024-01-15T09:30:00Z" }), []);
  t.same(checks.problems("/components/schemas/a b~1c", { at: "today" }), [
    { path: "/at", message: 'must match format "date-time"' },
  ]);
  t.end();
});

t.test("a pattern of another language accepts every text and hides nothing else", (t) => {
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

t.test("a schema that cannot be used is a problem of its own, and no exception", (t) => {
  for (const name of ["Broken", "Lost"]) {
    const [problem] = instanceChecks(root, knownFormats()).problems(`/components/schemas/${name}`, "x");
    t.match(problem?.message, /^cannot be judged, its schema is broken: /, name);
  }
  t.end();
});

t.test("two schemas with one $id spoil nothing but the judgement", (t) => {
  const twice = { components: { schemas: { A: { $id: "x" }, B: { $id: "x", type: "string" } } } };
  const checks = instanceChecks(twice, knownFormats());
  t.match(checks.problems("/components/schemas/A", 1)[0]?.message, /cannot be judged/);
  t.match(
    checks.problems("/components/schemas/A", 1)[0]?.message,
    /cannot be judged/,
    "asked again, answered alike",
  );
  t.end();
});
