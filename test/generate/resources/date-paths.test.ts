// Locations of date-times in responses, through every way in which schemas contain each other.
import t from "tap";
import type { Json } from "../../../scripts/contract/document/document.ts";
import { emit } from "../../../scripts/contract/generate/code.ts";
import { toIdentifier } from "../../../scripts/contract/generate/names.ts";
import { DatePaths } from "../../../scripts/contract/generate/resources/date-paths.ts";
import { planFrom } from "../plan-from.ts";

const date = { type: "string", format: "date-time" };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Json): Json => ({ type: "object", properties });

async function datesOf(
  schema: Json,
  schemas: object = {},
): Promise<{ value: string | undefined; constants: readonly string[] }> {
  const dates = new DatePaths(
    await planFrom({ schemas }),
    (pointer) => emit`${toIdentifier(pointer.split("/").at(-1) ?? "")}Dates`,
  );
  const value = dates.of({ pointer: "", node: schema })?.code;
  return {
    value,
    constants: dates.constants.all.map(({ name, value: is }) => `const ${name}: DatePaths = ${is};\n`),
  };
}

t.test("dates within a schema are found", async (t) => {
  const cases: { given: Json; want: string | undefined }[] = [
    { given: date, want: "true" },
    { given: { type: "string" }, want: undefined },
    { given: true, want: undefined },
    { given: object({ at: date, name: { type: "string" } }), want: "{ at: true }" },
    { given: { type: "array", items: { type: "array", items: date } }, want: "true" },
    { given: { type: "object", additionalProperties: date }, want: '{ "*": true }' },
    { given: object({ "odd-name": object({ at: date }) }), want: '{ "odd-name": { at: true } }' },
    { given: object({ __proto_: date }), want: "{ __proto_: true }" },
    { given: { allOf: [object({ a: date }), object({ b: date })] }, want: "{ a: true, b: true }" },
    {
      given: { oneOf: [object({ a: object({ x: date }) }), object({ a: object({ y: date }) })] },
      want: "{ a: { x: true, y: true } }",
    },
    { given: { anyOf: [date, { type: "null" }] }, want: "true" },
    { given: { prefixItems: [date, date], items: date }, want: "true" },
    { given: { prefixItems: [{ type: "string" }, { type: "string" }], items: false }, want: undefined },
    {
      given: { prefixItems: [{ type: "string" }, object({ at: date })], items: date },
      want: "/* @__PURE__ */ tupleDates(() => [[{}, { at: true }], true, {}])",
    },
    {
      given: { type: "array", items: { prefixItems: [true, date] } },
      want: "/* @__PURE__ */ tupleDates(() => [[], /* @__PURE__ */ tupleDates(() => [[{}, true], {}, {}]), {}])",
    },
    {
      given: { oneOf: [{ prefixItems: [date] }, object({ at: date })] },
      want: "/* @__PURE__ */ tupleDates(() => [[true], {}, { at: true }])",
    },
    {
      given: { type: "object", properties: { name: { type: "string" } }, additionalProperties: date },
      want: '{ "*": true, name: {} }',
    },
    {
      given: { type: "object", patternProperties: { "^at": date }, additionalProperties: false },
      want: '{ "*": true }',
    },
    { given: { type: "object", patternProperties: { "^at": date } }, want: undefined },
  ];
  for (const { given, want } of cases) t.equal((await datesOf(given)).value, want);
});

t.test(
  "the branches of a union are distinguished by their own constants before the names of their schemas",
  async (t) => {
    const branch = (kind: Json, at: Json): Json => object({ kind, at });
    const text = { type: "string" };
    const schemas = {
      Photo: branch({ const: "photo" }, date),
      Note: branch({ type: "string", enum: ["note", "memo"] }, text),
      Base: object({ kind: { type: "string" } }),
      Heir: { allOf: [ref("Base"), branch({ const: "heir" }, date)] },
      One: branch({ const: 1 }, date),
      Two: branch({ enum: [2, true] }, text),
      Open: branch({ type: "string" }, date),
      Other: branch({ type: "string" }, text),
    };
    const discriminator = { propertyName: "kind" };
    const mapping = { photo: "Photo", note: "Note" };
    const cases: { given: Json; want: string }[] = [
      {
        given: { oneOf: [ref("Photo"), ref("Note")], discriminator },
        want: "{ photo: { at: true }, note: {}, memo: {} }",
      },
      { given: { oneOf: [ref("Photo"), ref("Note")] }, want: "{ photo: { at: true }, note: {}, memo: {} }" },
      { given: { oneOf: [ref("Heir"), ref("Note")] }, want: "{ heir: { at: true }, note: {}, memo: {} }" },
      { given: { oneOf: [ref("One"), ref("Two")] }, want: '{ "1": { at: true }, "2": {}, true: {} }' },
      {
        given: { oneOf: [ref("Open"), ref("Other")], discriminator },
        want: "{ Open: { at: true }, Other: {} }",
      },
      {
        given: { oneOf: [ref("Photo"), ref("Note")], discriminator: { ...discriminator, mapping } },
        want: "{ photo: { at: true }, note: {} }",
      },
    ];
    for (const { given, want } of cases)
      t.equal((await datesOf(given, schemas)).value, `["kind", ${want}]`, JSON.stringify(given));
  },
);

t.test("the branches of a union are distinguished by the type of the value", async (t) => {
  const text = { type: "string" };
  const photo = object({ kind: { const: "photo" }, at: date });
  const note = object({ kind: { const: "note" }, at: text });
  const dates = { type: "array", items: date };
  const photos = { type: "array", items: object({ at: date }) };
  const byKind = '["kind", { photo: { at: true }, note: {} }]';
  const tuple = (rest: string): string => `/* @__PURE__ */ tupleDates(() => [${rest}])`;
  const schemas = {
    Photo: photo,
    Note: note,
    A: object({ x: date }),
    B: object({ y: date }),
    Tree: { anyOf: [date, object({ next: ref("Tree") })] },
  };
  const cases: { given: Json; want: string | undefined }[] = [
    { given: { oneOf: [photo, note, text] }, want: byKind },
    { given: { oneOf: [photo, note, dates, text] }, want: tuple(`[], true, ${byKind}`) },
    {
      given: {
        anyOf: [ref("Photo"), ref("Note"), { type: "null" }],
        discriminator: { propertyName: "kind", mapping: { photo: "Photo", note: "Note" } },
      },
      want: byKind,
    },
    { given: { anyOf: [dates, text] }, want: tuple("[], true, {}") },
    { given: { anyOf: [dates, { type: "null" }] }, want: "true" },
    { given: { anyOf: [dates, date] }, want: "true" },
    { given: { anyOf: [photos, object({ at: text })] }, want: tuple("[], { at: true }, {}") },
    { given: { anyOf: [photos, text] }, want: "{ at: true }" },
    {
      given: { anyOf: [object({ at: date }), { type: "array", items: object({ at: text }) }] },
      want: tuple("[], {}, { at: true }"),
    },
    {
      given: { anyOf: [date, object({ at: date })] },
      want: "/* @__PURE__ */ everyDates(() => [true, { at: true }])",
    },
    {
      given: { anyOf: [object({ a: ref("A") }), object({ a: ref("B") })] },
      want: "{ a: /* @__PURE__ */ everyDates(() => [ADates, BDates]) }",
    },
    {
      given: { type: "array", items: ref("Tree") },
      want: tuple("[], TreeDates, {}"),
    },
    { given: { allOf: [text, { format: "date-time" }] }, want: undefined },
  ];
  for (const { given, want } of cases)
    t.equal((await datesOf(given, schemas)).value, want, JSON.stringify(given));
});

t.test("each named schema has one constant, before those that need it", async (t) => {
  const schemas = {
    List: object({ items: { type: "array", items: ref("Item") }, first: ref("Item") }),
    Item: object({ at: ref("Moment"), name: ref("Name") }),
    Moment: date,
    Name: { type: "string" },
  };
  t.same(await datesOf(ref("List"), schemas), {
    value: "ListDates",
    constants: [
      "const ItemDates: DatePaths = { at: true };\n",
      "const ListDates: DatePaths = { items: ItemDates, first: ItemDates };\n",
    ],
  });
});

t.test("circular references are followed once, and only where they lead to a date", async (t) => {
  const schemas = {
    Tree: object({ at: date, children: { type: "array", items: ref("Tree") } }),
    A: object({ b: ref("B") }),
    B: object({ a: ref("A"), at: date }),
    Bare: object({ next: ref("Bare") }),
    Union: { oneOf: [object({ at: date, next: ref("Union") }), ref("Bare")] },
  };
  t.same((await datesOf(ref("Tree"), schemas)).constants, [
    "const TreeDates: DatePaths = { at: true, get children() { return TreeDates; } };\n",
  ]);
  t.same((await datesOf(ref("A"), schemas)).constants, [
    "const BDates: DatePaths = { get a() { return ADates; }, at: true };\n",
    "const ADates: DatePaths = { b: BDates };\n",
  ]);
  t.same(await datesOf(ref("Bare"), schemas), { value: undefined, constants: [] });
  t.equal((await datesOf(ref("Union"), schemas)).value, "UnionDates");
});

t.test("each part of a composition is visited once, however often it is referenced", async (t) => {
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const doubled = Array.from({ length: 30 }, (_, at): [string, Json] => [
      `S${at + 1}`,
      { [keyword]: [ref(`S${at}`), ref(`S${at}`)] },
    ]);
    const schemas = { S0: object({ at: date }), ...Object.fromEntries(doubled) };
    t.same((await datesOf(ref("S30"), schemas)).constants, ["const S30Dates: DatePaths = { at: true };\n"]);
  }
});

t.test("schemas with dates at the same locations share a constant, recursive ones do not", async (t) => {
  const schemas = {
    A: object({ at: date }),
    B: object({ at: date }),
    Lists: object({ a: { type: "array", items: ref("A") }, b: ref("B"), c: ref("Tree"), d: ref("Wood") }),
    Tree: object({ at: date, below: ref("Tree") }),
    Wood: object({ at: date, below: ref("Wood") }),
  };
  t.same((await datesOf(ref("Lists"), schemas)).constants, [
    "const ADates: DatePaths = { at: true };\n",
    "const TreeDates: DatePaths = { at: true, get below() { return TreeDates; } };\n",
    "const WoodDates: DatePaths = { at: true, get below() { return WoodDates; } };\n",
    "const ListsDates: DatePaths = { a: ADates, b: ADates, c: TreeDates, d: WoodDates };\n",
  ]);
});
