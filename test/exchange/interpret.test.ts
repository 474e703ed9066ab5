import t from "tap";
import { readingsOf, validWire } from "../../scripts/contract/exchange/interpret.ts";
import type { Side } from "../../scripts/contract/containment/search.ts";

const side = (schema: Side["schema"]): Side => ({ root: {}, schema, view: "none", closed: false });

t.test("wire text is a number only in JSON's number syntax", (t) => {
  const integer = side({ type: "integer" });
  for (const text of ["0", "-1", "12", "1e2", "1e400"]) t.ok(validWire(integer, text).valid, text);
  for (const text of ["0x10", "+5", " 5 ", "01", "", "1.5", "one"])
    t.notOk(validWire(integer, text).valid, text);
  t.end();
});

t.test("a wire text is valid if any of its readings is", (t) => {
  const cases = [
    { schema: { type: "string" }, wire: "12", want: true },
    { schema: { type: "boolean" }, wire: "true", want: true },
    { schema: { type: "boolean" }, wire: "yes", want: false },
    { schema: { type: ["string", "integer"], minimum: 5 }, wire: "3", want: true },
    { schema: { enum: [1, 2] }, wire: "2", want: true },
    { schema: { type: "array", items: { type: "integer" } }, wire: ["1", "2"], want: true },
    { schema: { type: "array", items: { type: "integer" } }, wire: ["1", "b"], want: false },
    {
      schema: { type: "object", properties: { a: { type: "integer" } }, required: ["a"] },
      wire: { a: "1" },
      want: true,
    },
  ];
  for (const { schema, wire, want } of cases)
    t.equal(validWire(side(schema), wire).valid, want, JSON.stringify(schema));
  t.end();
});

t.test("errors of a wire text are those of its likeliest reading", (t) => {
  t.same(validWire(side({ type: "integer", maximum: 5 }), "6").errors, ["must be <= 5"]);
  t.end();
});

t.test("a long list has a bounded number of readings", (t) => {
  const readings = readingsOf(
    {},
    { schema: { type: "array" } },
    Array.from({ length: 200 }, () => "1"),
  );
  t.ok(readings.length <= 64);
  t.end();
});

t.test("a very large value has few readings, each of which may be large", (t) => {
  const wire = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, "1"]));
  t.equal(readingsOf({}, { schema: true }, wire(100)).length, 64);
  const many = readingsOf({}, { schema: true }, { first: "1", rest: wire(60_000) });
  t.ok(many.length <= 3, `${many.length} readings`);
  t.end();
});
