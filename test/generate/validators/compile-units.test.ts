// The functions that units are compiled into.
import t from "tap";
import { compileUnits } from "../../../scripts/contract/generate/validators/compile-units.ts";
import type { Unit, UnitSchema } from "../../../scripts/contract/generate/validators/schema-units.ts";

/** Units by key; none is small enough to be inlined. */
function unitsOf(
  schemas: Readonly<Record<string, UnitSchema>>,
  refs: Readonly<Record<string, string[]>> = {},
) {
  const units = Object.entries(schemas).map(([key, schema]): [string, Unit] => [
    key,
    { key, path: `#/${key}`, schema, refs: refs[key] ?? [], keywords: 5 },
  ]);
  return new Map(units);
}

t.test("a unit without a caller becomes a function only if others reference it", (t) => {
  const units = unitsOf({ A: { $ref: "B" }, B: { minLength: 1 }, C: { minLength: 2 } }, { A: ["B"] });
  const { functions, names } = compileUnits(units, new Set(["A"]));
  t.strictSame([...names], [["A", "check0"]]);
  t.strictSame(functions.match(/function \w+/g), ["function check0", "function check1"]);
  t.end();
});

t.test(
  "the evaluated properties of a schema have their own function only if they depend on the value",
  (t) => {
    const units = unitsOf(
      {
        Plain: { properties: { a: true, b: true } },
        Depends: { anyOf: [{ required: ["a"], properties: { a: true } }, { properties: { b: true } }] },
        Closed: { allOf: [{ $ref: "Plain" }, { $ref: "Depends" }], unevaluatedProperties: false },
      },
      { Closed: ["Plain", "Depends"] },
    );
    const { functions } = compileUnits(units, new Set(["Closed"]));
    t.strictSame(functions.match(/function [a-z]+/g), [
      "function check",
      "function check",
      "function check",
      "function names",
    ]);
    t.match(functions, /key0 !== "a" && key0 !== "b" && !seen0\.has\(key0\)/);
    t.end();
  },
);

t.test("a keyword with an invalid value is reported by name", (t) => {
  const cases = [
    { given: { type: "file" }, keyword: "type" },
    { given: { maxLength: "3" }, keyword: "maxLength" },
    { given: { properties: { a: { enum: "b" } } }, keyword: "enum" },
    { given: { contains: 1 }, keyword: "contains" },
  ];
  for (const { given, keyword } of cases) {
    t.throws(() => compileUnits(unitsOf({ Wrong: given }), new Set(["Wrong"])), {
      name: "UnitError",
      keyword,
    });
  }
  t.end();
});
