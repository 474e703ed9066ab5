import t from "tap";
import { wireSchema, wireSchemaOfLists } from "../../../scripts/diff/exchange/wire-schema.ts";
import { accepts } from "../../../scripts/diff/schema/confirm.ts";
import type { Json } from "../../../scripts/document/document.ts";

const reading = { root: { a: { type: "integer", minimum: 2 } }, view: "none", closed: false } as const;

function takes(schema: Json | undefined, wire: Json): boolean {
  return schema !== undefined && accepts({ ...reading, schema }, wire).valid;
}

t.test("a schema of texts accepts the texts of what the schema accepts", (t) => {
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
    const schema = wireSchema(reading, { schema: given });
    for (const wire of yes)
      t.ok(takes(schema, wire), `${JSON.stringify(given)} takes ${JSON.stringify(wire)}`);
    for (const wire of no)
      t.notOk(takes(schema, wire), `${JSON.stringify(given)} refuses ${JSON.stringify(wire)}`);
  }
  t.end();
});

t.test("what cannot be said exactly is not said", (t) => {
  for (const given of [
    { type: "number", minimum: 0.5 },
    { oneOf: [true, true] },
    { type: "integer", multipleOf: 3 },
  ]) {
    t.equal(wireSchema(reading, { schema: given }), undefined, JSON.stringify(given));
  }
  t.end();
});

t.test("a lone text is a list of one, unless two are wanted", (t) => {
  const lists = (minItems: number) =>
    wireSchemaOfLists(reading, { schema: { type: "array", items: { type: "integer" }, minItems } });
  t.ok(takes(lists(1), "1"));
  t.notOk(takes(lists(1), "x"));
  t.notOk(takes(lists(2), "1"));
  t.end();
});
