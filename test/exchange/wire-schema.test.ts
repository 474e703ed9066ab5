import t from "tap";
import { wireSchema } from "../../scripts/contract/exchange/wire-schema.ts";
import { accepts } from "../../scripts/contract/containment/confirm.ts";
import type { Json } from "../../scripts/contract/document/document.ts";

const reading = { root: { a: { type: "integer", minimum: 2 } }, view: "none", closed: false } as const;

function takes(schema: Json | undefined, wire: Json): boolean {
  return schema !== undefined && accepts({ ...reading, schema }, wire).valid;
}

t.test("a wire schema accepts the texts of the values that the schema accepts", (t) => {
  const cases: { given: Json; yes: Json[]; no: Json[] }[] = [
    { given: { type: "integer", minimum: 1, maximum: 20 }, yes: ["1", "20"], no: ["0", "21", "1.0", "x"] },
    { given: { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 4 }, yes: ["2", "3"], no: ["1", "4"] },
    { given: { type: "integer", maxLength: 1 }, yes: ["1000"], no: ["x"] },
    { given: { type: "boolean" }, yes: ["true"], no: ["1"] },
    { given: { enum: [1, "a", null] }, yes: ["1", "a"], no: ["null"] },
    { given: { type: "string", enum: ["1", 1] }, yes: ["1"], no: ["2"] },
    { given: { type: "number" }, yes: ["1.5", "-2e9"], no: ["", "."] },
    { given: { type: ["integer", "boolean"], maximum: 3 }, yes: ["3", "true"], no: ["4"] },
    { given: { $ref: "#/a" }, yes: ["2"], no: ["1"] },
    { given: { anyOf: [{ type: "boolean" }, { type: "integer" }] }, yes: ["true", "7"], no: ["x"] },
    {
      given: { type: "array", items: { type: "integer" }, maxItems: 1 },
      yes: [["1"]],
      no: [["x"], ["1", "2"], "1"],
    },
    {
      given: { type: "object", properties: { a: { type: "integer" } }, required: ["a"] },
      yes: [{ a: "1" }],
      no: [{ a: "x" }, {}],
    },
  ];
  for (const { given, yes, no } of cases) {
    const schema = wireSchema(reading, { schema: given }, "lower");
    for (const wire of yes)
      t.ok(takes(schema, wire), `${JSON.stringify(given)} takes ${JSON.stringify(wire)}`);
    for (const wire of no)
      t.notOk(takes(schema, wire), `${JSON.stringify(given)} rejects ${JSON.stringify(wire)}`);
  }
  t.end();
});

t.test("an inexact wire schema is wider for a sender, and narrower for a receiver", (t) => {
  const cases: { given: Json; inside: Json; outside: Json }[] = [
    { given: { type: "number", minimum: 0.5 }, inside: "1", outside: "0.1" },
    { given: { type: "integer", multipleOf: 3 }, inside: "3", outside: "4" },
    { given: { oneOf: [{ type: "string", minLength: 2 }, { type: "string" }] }, inside: "a", outside: "ab" },
    { given: { type: "string", not: { const: "a" } }, inside: "b", outside: "a" },
  ];
  for (const { given, inside, outside } of cases) {
    const upper = wireSchema(reading, { schema: given }, "upper");
    const lower = wireSchema(reading, { schema: given }, "lower");
    t.ok(takes(upper, inside), `${JSON.stringify(given)}: what is sent`);
    t.notOk(takes(lower, outside), `${JSON.stringify(given)}: what is not accepted`);
  }
  t.end();
});

t.test("keywords that interact are converted together", (t) => {
  const cases: { given: Json; yes: Json[]; no: Json[] }[] = [
    { given: { allOf: [{ type: "integer", minimum: 3 }, { maximum: 5 }] }, yes: ["3", "5"], no: ["2", "6"] },
    { given: { $ref: "#/a", maximum: 4 }, yes: ["2", "4"], no: ["1", "5"] },
    { given: { oneOf: [{ type: "integer" }, { type: "boolean" }] }, yes: ["7", "true"], no: ["x"] },
    { given: { type: "number", minimum: 0 }, yes: ["0", "0.5", "1e3"], no: ["-1", "x"] },
    { given: { type: "integer", format: "int32" }, yes: ["2147483647"], no: ["2147483648"] },
    { given: false, yes: [], no: ["a", []] },
  ];
  for (const { given, yes, no } of cases) {
    for (const bound of ["upper", "lower"] as const) {
      const schema = wireSchema(reading, { schema: given }, bound);
      for (const wire of yes)
        t.ok(takes(schema, wire), `${JSON.stringify(given)} takes ${JSON.stringify(wire)}`);
      for (const wire of no)
        t.notOk(takes(schema, wire), `${JSON.stringify(given)} rejects ${JSON.stringify(wire)}`);
    }
  }
  t.end();
});
