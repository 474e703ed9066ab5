// Which units are written directly, and which go through Ajv.
import t from "tap";
import { compileUnits } from "../../../scripts/generate/validators/compile-units.ts";
import type { Unit, UnitSchema } from "../../../scripts/generate/validators/schema-units.ts";

/** Units by key; none is small enough to be put in place. */
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

/** The function of each unit, `check` or `validate`, by its key. */
async function kindsOf(units: ReadonlyMap<string, Unit>): Promise<Record<string, string>> {
  const { names } = await compileUnits(units, new Set(units.keys()), []);
  return Object.fromEntries([...names].map(([key, name]) => [key, name.replace(/\d+$/, "")]));
}

t.test("Ajv compiles what has a rare keyword, with all that it refers to, and nothing else", async (t) => {
  const units = unitsOf(
    {
      Plain: { type: "string", maxLength: 3 },
      Open: { allOf: [{ $ref: "Base" }], unevaluatedProperties: false },
      Base: { properties: { a: { type: "string" } } },
      List: { items: { properties: { deep: { contains: { const: 1 } } } } },
      User: { properties: { open: { $ref: "Open" } } },
    },
    { Open: ["Base"], User: ["Open"] },
  );
  t.strictSame(await kindsOf(units), {
    Plain: "check",
    Open: "validate",
    Base: "validate",
    List: "validate",
    User: "check",
  });
});

t.test("of what nobody calls, only what others refer to becomes a function", async (t) => {
  const units = unitsOf({ A: { $ref: "B" }, B: { minLength: 1 }, C: { minLength: 2 } }, { A: ["B"] });
  const { functions, names } = await compileUnits(units, new Set(["A"]), []);
  t.strictSame([...names], [["A", "check0"]]);
  t.strictSame(functions.match(/function \w+/g), ["function check0", "function check1"]);
});

t.test("a keyword with a value that it cannot have is named, in Ajv's words", async (t) => {
  const cases = [
    { given: { type: "file" }, want: "type must be JSONType or JSONType[]: file" },
    { given: { maxLength: "3" }, want: 'maxLength value must be ["number"]' },
    { given: { properties: { a: { enum: [] } } }, want: "enum must have non-empty array" },
  ];
  for (const { given, want } of cases) {
    const units = unitsOf({ Wrong: given });
    await t.rejects(compileUnits(units, new Set(["Wrong"]), []), { name: "UnitError", message: want });
  }
});
