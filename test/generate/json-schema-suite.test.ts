// Every case of the JSON Schema Test Suite that fits into a component of an OpenAPI document, run with the
// generated validators.
import t, { type Test } from "tap";
import { DocumentError } from "../../scripts/contract/document/document.ts";
import { planOf } from "../../scripts/contract/generate/plan.ts";
import {
  asComponent,
  groupReader,
  namesResources,
  type ReadGroup,
  type SuiteGroup,
  suiteGroups,
} from "../support/json-schema-test-suite.ts";
import type { Validator } from "../../scripts/contract/runtime/validator-types.ts";
import { emittedValidators, validatorsOfPlan } from "./emitted-validators.ts";

/** A difference from the suite, and the reason. */
interface Exception {
  readonly file: string;
  /** The beginning of the group's description; omitted for all groups of the file. */
  readonly group?: string;
  /** The end of the test's description; omitted for all tests of the group. */
  readonly test?: string;
  readonly why: string;
}

const noResources =
  "a component is no schema resource of its own, which a subschema of an unknown keyword would need";
const exceptions: Exception[] = [
  {
    file: "format",
    test: "is only an annotation by default",
    why: "documents of APIs mean their formats: they are asserted",
  },
  {
    file: "vocabulary",
    group: "schema that uses custom",
    why: "components all have the vocabularies of OpenAPI",
  },
  {
    file: "optional/dependencies-compatibility",
    why: "`dependencies` is a keyword of drafts before 2019-09; 2020-12 lets a validator leave it out",
  },
  { file: "optional/unknownKeyword", why: noResources },
];

const noLeapSeconds = "a clock that has no leap seconds could not hold them";
const noTables = "what IDNA allows takes tables of Unicode: labels are not decoded";
exceptions.push(
  {
    file: "optional/format/date-time",
    test: "a valid date-time with a leap second, UTC",
    why: noLeapSeconds,
  },
  { file: "optional/format/date-time", test: "leap second, with minus offset", why: noLeapSeconds },
  { file: "optional/format/time", test: "leap second, Zulu", why: noLeapSeconds },
  { file: "optional/format/time", test: "time-offset", why: noLeapSeconds },
  { file: "optional/format/hostname", group: "validation of A-label", why: noTables },
  { file: "optional/format/idn-hostname", why: noTables },
);

/** Groups that are rejected as a whole, with the beginning of the message and the reason. */
const rejections: readonly (Pick<Exception, "file" | "group" | "why"> & { readonly message: RegExp })[] = [
  {
    file: "optional/cross-draft",
    message: /draft2019-09.* responds with 404/,
    why: "the suite's remotes of other drafts are not carried",
  },
];

function exceptionFor(group: SuiteGroup, test: string): Exception | undefined {
  return exceptions.find((one) => isAbout(one, group) && test.endsWith(one.test ?? ""));
}

function isAbout(one: Pick<Exception, "file" | "group">, { file, description }: SuiteGroup): boolean {
  return one.file === file && description.startsWith(one.group ?? "");
}

const formats = { unknown: () => true };

/**
 * Validators of groups. Groups that name resources are read one by one, since a document can use each name
 * once.
 */
async function validatorsOf(
  t: Test,
  groups: readonly SuiteGroup[],
  read: ReadGroup,
): Promise<(Validator | DocumentError | undefined)[]> {
  const plain = groups.filter((group) => !namesResources(group));
  const nameOf = (group: SuiteGroup) => `S${groups.indexOf(group)}`;
  const schemas = Object.fromEntries(
    plain.map((group) => [nameOf(group), asComponent(group.schema, nameOf(group))]),
  );
  const shared = (await emittedValidators(t, { schemas }, formats)).schemas;
  return Promise.all(
    groups.map(async (group) => {
      if (plain.includes(group)) return shared[nameOf(group)];
      try {
        return (await validatorsOfPlan(t, planOf(await read(group)), formats)).schemas["S"];
      } catch (error) {
        if (error instanceof DocumentError) return error;
        throw error;
      }
    }),
  );
}

t.test("every case of the suite passes except the listed ones", { timeout: 120_000 }, async (t) => {
  const used = new Set<object>();
  let right = 0;
  const all = suiteGroups();
  const read = await groupReader(t);
  for (const file of new Set(all.map((group) => group.file))) {
    const groups = all.filter((group) => group.file === file);
    const validators = await validatorsOf(t, groups, read);
    for (const [index, group] of groups.entries()) {
      const validator = validators[index];
      if (validator instanceof DocumentError) {
        const rejection = rejections.find(
          (one) => isAbout(one, group) && one.message.test(validator.message),
        );
        if (rejection === undefined) t.fail(`${file}: ${group.description}: ${validator.message}`);
        else used.add(rejection);
        continue;
      }
      for (const { description, data, valid } of group.tests) {
        const exception = exceptionFor(group, description);
        if (validator?.(data) === valid) right += 1;
        else if (exception === undefined) t.fail(`${file}: ${group.description}: ${description}`);
        else used.add(exception);
      }
    }
  }
  t.same(
    [...exceptions, ...rejections].filter((one) => !used.has(one)),
    [],
    "no exception is idle",
  );
  t.ok(right > 2000, `${right} cases are right`);
});

t.test("regression cases of our own pass", async (t) => {
  const { schemas } = await emittedValidators(t, {
    schemas: {
      Never: { enum: [] },
      Names: {
        properties: { __proto__: {}, constructor: { type: "number" }, toString: { type: "string" } },
        required: ["hasOwnProperty"],
      },
      Proto: JSON.parse(
        '{"properties":{"__proto__":{"type":"number"}},"additionalProperties":false}',
      ) as object,
      If: { if: { properties: { a: true }, required: ["a"] }, unevaluatedProperties: false },
      Else: {
        if: { required: ["a"] },
        else: { properties: { b: { type: "integer" } } },
        properties: { a: true },
        unevaluatedProperties: false,
      },
      Holds: { prefixItems: [true], contains: { type: "string" }, unevaluatedItems: false },
      Price: { multipleOf: 0.01 },
      Tiny: { type: "number", multipleOf: 1e-9 },
      Finite: { type: "number" },
    },
  });
  const cases = [
    { name: "Never", given: null, want: false },
    { name: "Names", given: {}, want: false },
    { name: "Names", given: { hasOwnProperty: 1 }, want: true },
    { name: "Names", given: { hasOwnProperty: 1, constructor: "x" }, want: false },
    { name: "Proto", given: JSON.parse('{"__proto__":1}') as unknown, want: true },
    { name: "Proto", given: JSON.parse('{"__proto__":"x"}') as unknown, want: false },
    { name: "Proto", given: {}, want: true },
    { name: "If", given: { a: 1 }, want: true },
    { name: "If", given: { b: 1 }, want: false },
    { name: "Else", given: { b: 1 }, want: true },
    { name: "Else", given: { a: 1, b: 1 }, want: false },
    { name: "Holds", given: [1, "a", "b"], want: true },
    { name: "Holds", given: [1, "a", 2], want: false },
    { name: "Price", given: 19.99, want: true },
    { name: "Price", given: 1.001, want: false },
    { name: "Price", given: 1e300, want: true },
    { name: "Price", given: 123456789012.34, want: true },
    { name: "Tiny", given: 0.000000003, want: true },
    { name: "Tiny", given: 1.5e-10, want: false },
    { name: "Finite", given: JSON.parse("1e400") as unknown, want: false },
    { name: "Finite", given: Number.NaN, want: false },
  ];
  for (const { name, given, want } of cases)
    t.equal(schemas[name]?.(given), want, `${name} ${JSON.stringify(given)}`);
});

t.test("ten thousand objects are compared for uniqueness in under a second", async (t) => {
  const { schemas } = await emittedValidators(t, { schemas: { Rows: { type: "array", uniqueItems: true } } });
  const rows = Array.from({ length: 10_000 }, (_, id) => ({ id, name: `row ${id}`, tags: { a: [id] } }));
  const before = process.cpuUsage();
  t.equal(schemas["Rows"]?.(rows), true);
  // Comparing all pairs, fifty million of them, took five seconds.
  t.ok(process.cpuUsage(before).user < 1_000_000);
  t.equal(schemas["Rows"]?.([...rows, { tags: { a: [7] }, name: "row 7", id: 7 }]), false);
  t.match(schemas["Rows"]?.errors, [{ params: { i: 10_000, j: 7 } }]);
});
