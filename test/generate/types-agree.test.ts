// A law: a value type-checks as what is sent exactly when the validator accepts it, up to what TypeScript cannot say: lengths,
// ranges, patterns, formats, counts, integers, `oneOf` of branches that hold together, `not`, conditions; and up to what the types
// say on purpose: a literal has no members that an open schema does not name, and no `type` beside `properties` means an object.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import t from "tap";
import ts from "typescript";
import type { Json } from "../../scripts/document/document.ts";
import { emitTypes } from "../../scripts/generate/emit-types.ts";
import { printString } from "../../scripts/generate/literal.ts";
import { emittedValidators } from "./emitted-validators.ts";
import { planFrom } from "./plan-from.ts";

// Much work: a busy machine may take its time.
t.setTimeout(600_000);

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const closed = (properties: Json, required: Json = []): Json => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** Each kind of schema in which types and validators once parted. */
const table: Record<string, Json> = {
  Free: { type: "object" },
  FreeOrNull: { type: ["object", "null"] },
  None: { type: "object", additionalProperties: false },
  Nothing: { enum: [] },
  EnumOfObjects: { enum: [{ a: 1 }, ["x", 1], null] },
  NullLess: { type: ["string", "null"], enum: ["x", "y"] },
  Consts: { oneOf: [{ const: "x" }, { const: 1 }] },
  Tuple: { type: "array", prefixItems: [text, { type: "number" }] },
  LongTuple: { type: "array", prefixItems: [text, { type: "number" }], minItems: 1, items: { type: "null" } },
  ClosedTuple: { type: "array", prefixItems: [text], items: false },
  Beside: {
    type: "object",
    properties: { a: { type: "number" } },
    required: ["a"],
    additionalProperties: { type: "number" },
  },
  Base: { type: "object", properties: { a: text, b: { type: "number" } } },
  RequiredBeside: { allOf: [ref("Base")], required: ["a"] },
  OneRequired: {
    ...(closed({ a: text, b: { type: "number" } }) as object),
    anyOf: [{ required: ["a"] }, { required: ["b"] }],
  },
  NullableRef: { anyOf: [ref("Base"), { type: "null" }] },
  Names: { type: "object", propertyNames: { enum: ["a"] }, additionalProperties: text },
  Patterns: { type: "object", patternProperties: { "^": text }, additionalProperties: false },
  Record: { type: "object", required: ["a"], properties: { a: ref("Tree") } },
  Tree: {
    anyOf: [
      text,
      { type: "array", items: ref("Tree") },
      { type: "object", additionalProperties: ref("Tree") },
    ],
  },
  Größe: { $defs: { Inner: text }, type: "array", items: { $ref: "#/components/schemas/Größe/$defs/Inner" } },
  Cat: closed({ kind: { enum: ["cat"] }, a: text }, ["kind"]),
  Dog: closed({ kind: { enum: ["dog"] }, b: { type: "number" } }, ["kind"]),
  Pet: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
};

const leaves: readonly Json[] = [null, true, 0, 1, "", "x", "y"];
const cats: readonly Json[] = ["cat", "dog"].flatMap((kind) => [{ kind }, { kind, a: "x" }, { kind, b: 1 }]);
/** Members and near misses of most schemas at once. */
const values: readonly Json[] = [
  ...leaves,
  ...cats,
  {},
  ...leaves.flatMap((one) => [
    [one],
    ["x", one],
    ["x", 1, one],
    { a: one },
    { b: one },
    { a: one, b: 1 },
    { a: "x", b: one },
  ]),
  [],
  [["x"], [["y"], 1]],
  { a: [{ b: "x" }, "y"] },
];

/** Open schemas do not speak of other members: a literal that has one is an error on purpose. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  Base: ["a", "b"],
  RequiredBeside: ["a", "b"],
  NullableRef: ["a", "b"],
  Record: ["a"],
};

function isSpokenOf(schema: string, value: Json): boolean {
  const names = namesOf[schema];
  const keys = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  return names === undefined || keys.every((key) => names.includes(key));
}

/** Random schemas of what TypeScript can say. */
const { schema: random } = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: "schema" },
    fc.constantFrom<Json>(
      text,
      { type: "number" },
      { type: "null" },
      { type: "boolean" },
      true,
      { enum: ["x", 1] },
      { const: "y" },
    ),
    fc.constantFrom<Json>(
      { type: ["string", "null"] },
      { type: ["number", "boolean"] },
      ref("Tree"),
      ref("Tuple"),
    ),
    tie("schema").map((items) => ({ type: "array", items })),
    fc
      .tuple(tie("schema"), tie("schema"))
      .map((prefixItems) => ({ type: "array", prefixItems, items: false })),
    tie("schema").map((additionalProperties) => ({ type: "object", additionalProperties })),
    fc
      .tuple(tie("schema"), tie("schema"), fc.subarray(["a", "b"]))
      .map(([a, b, required]) => closed({ a, b }, required)),
    fc
      .tuple(tie("schema"), fc.subarray(["a", "b"]))
      .map(([a, required]) => ({ allOf: [closed({ a, b: true })], required })),
    tie("schema").map((one) => ({ anyOf: [one, { type: "null" }] })),
  ),
}));

t.test("a value type-checks exactly when the validator accepts it", async (t) => {
  const drawn = fc.sample(random, { numRuns: 120, seed: 20261129 });
  const schemas = {
    ...table,
    ...Object.fromEntries(drawn.map((schema, index) => [`Random${index}`, schema])),
  };
  const folder = t.testdir({ generated: {}, client: {} });
  const validators = await emittedValidators(t, { schemas });
  const rows = Object.keys(schemas).flatMap((name) =>
    values.filter((value) => isSpokenOf(name, value)).map((value) => ({ name, value })),
  );
  const lines = rows.map(
    ({ name, value }, index) =>
      `const v${index}: Input<Schemas[${printString(name)}]> = ${JSON.stringify(value)};`,
  );
  mkdirSync(join(folder, "generated"), { recursive: true });
  mkdirSync(join(folder, "client"), { recursive: true });
  writeFileSync(join(folder, "generated/types.ts"), emitTypes(await planFrom({ schemas })));
  writeFileSync(join(folder, "client/models.ts"), ts.sys.readFile(resolve("client/models.ts")) ?? "");
  const file = join(folder, "check.ts");
  writeFileSync(
    file,
    [
      'import type { Input } from "./client/models.ts"; import type { components } from "./generated/types.ts"; type Schemas = components["schemas"];',
      ...lines,
    ].join("\n"),
  );
  const wrong = complaints(file);
  const parted = rows.flatMap(({ name, value }, index) => {
    const compiles = !wrong.has(index + 1);
    const accepts = validators.schemas[name]?.(value) ?? false;
    return compiles === accepts
      ? []
      : [`${name} ${JSON.stringify(schemas[name])}: ${JSON.stringify(value)} is ${accepts ? "" : "in"}valid`];
  });
  t.same(parted, []);
  const members = rows.filter(({ name, value }) => validators.schemas[name]?.(value) ?? false).length;
  t.ok(members > 800, `${members} members`);
  t.ok(rows.length - members > 800, `${rows.length - members} near misses`);
});

/** The lines at which the compiler complains. */
function complaints(file: string): ReadonlySet<number> {
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    types: [],
  });
  return new Set(
    ts.getPreEmitDiagnostics(program).map((found) => {
      if (found.file === undefined || !found.file.fileName.endsWith("check.ts"))
        throw new Error(ts.flattenDiagnosticMessageText(found.messageText, "\n"));
      return found.file.getLineAndCharacterOfPosition(found.start ?? 0).line;
    }),
  );
}
