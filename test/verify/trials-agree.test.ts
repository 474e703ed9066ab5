// Property of the test values: two third-party validators accept every value that is planned as valid, and
// reject every other one.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import t, { type Test } from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { readApi } from "../../scripts/contract/exchange/api.ts";
import { constraintKey } from "../../scripts/contract/verify/plan/constraint.ts";
import { slotsOf } from "../../scripts/contract/verify/plan/operation-slots.ts";
import { constraintsOf } from "../../scripts/contract/verify/plan/read-constraints.ts";
import { Searching, slotBudget, type TrialPart } from "../../scripts/contract/verify/plan/searching.ts";
import {
  combinations,
  invalid,
  largest,
  valid,
  whyUntried,
} from "../../scripts/contract/verify/plan/trial-values.ts";
import { secondOpinion } from "../containment/support/second-opinion.ts";

/** One schema for each use of a keyword. */
const schemas: Readonly<Record<string, JsonObject>> = {
  numbers: {
    type: "object",
    required: ["n"],
    properties: {
      n: { type: "integer", minimum: 3, exclusiveMaximum: 10 },
      m: { type: "number", multipleOf: 0.5, exclusiveMinimum: 0, maximum: 7 },
    },
  },
  strings: {
    type: "object",
    additionalProperties: false,
    properties: {
      a: { type: "string", minLength: 2, maxLength: 4 },
      b: { type: "string", pattern: "^[a-c]{2,3}(x|y)?$" },
      c: { type: "string", format: "date" },
      d: { type: "string", format: "uuid" },
      e: { enum: ["ON", "off", 3, null] },
      f: { const: "yes" },
      g: { type: ["string", "null"], maxLength: 3 },
    },
  },
  arrays: {
    type: "array",
    minItems: 1,
    maxItems: 3,
    uniqueItems: true,
    contains: { type: "integer", minimum: 2 },
    items: { type: ["integer", "string"] },
  },
  tuple: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false },
  maps: {
    type: "object",
    minProperties: 1,
    maxProperties: 2,
    propertyNames: { maxLength: 3 },
    patternProperties: { "^x": { type: "integer" } },
    additionalProperties: { type: "boolean" },
  },
  branches: {
    oneOf: [
      {
        type: "object",
        required: ["kind", "legs"],
        properties: { kind: { const: "cat" }, legs: { type: "integer", maximum: 4 } },
      },
      {
        type: "object",
        required: ["kind"],
        properties: { kind: { const: "fish" }, fins: { type: "integer", minimum: 1 } },
      },
    ],
  },
  overlapping: {
    anyOf: [{ type: "string", maxLength: 2 }, { type: "string", pattern: "z$" }, { type: "integer" }],
  },
  conditions: {
    type: "object",
    properties: { a: { type: "boolean" }, b: { type: "integer" }, c: { type: "integer" } },
    dependentRequired: { b: ["c"] },
    if: { required: ["a"], properties: { a: { const: true } } },
    then: { required: ["b"] },
    not: { required: ["d"] },
  },
  nested: {
    type: "object",
    allOf: [
      {
        properties: {
          tags: {
            type: "array",
            items: { type: "object", required: ["k"], properties: { k: { type: "string", minLength: 1 } } },
          },
        },
      },
    ],
    unevaluatedProperties: false,
  },
};

/** Returns a slot with a schema of one keyword. */
function partOf(root: JsonObject, name: string, schema: JsonObject, searching = endless()): TrialPart {
  const reading = { root, view: "request" as const, closed: false };
  const part = { schema, pointer: `/${name}` };
  return { reading, part, sendable: undefined, searching, budget: slotBudget() };
}

const endless = (): Searching => new Searching(() => false);

const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addFormat("liquid", true);

async function check(t: Test, root: JsonObject, at: TrialPart, slot: string): Promise<number> {
  const { schema } = at.part;
  const compiled = ajv.compile({
    ...root,
    $id: `urn:trial:${slot}:${Math.random()}`,
    $ref: "#/requested",
    requested: schema,
  });
  const { list } = constraintsOf(at.reading, slot, at.part);
  const trials = [
    ...list.flatMap((constraint) => [...valid(at, constraint), ...invalid(at, constraint)]),
    ...combinations(at),
    ...largest(at, list),
  ].filter((trial) => trial !== undefined);
  for (const { value, isValid, what, constraint } of trials) {
    // Neither validator knows the format `liquid`.
    if (constraint?.keyword === "format" && constraint.value === "liquid" && !isValid) continue;
    const text = `${slot} ${constraint === undefined ? "" : constraintKey(constraint)} ${what}`;
    const short: Json = JSON.stringify(value).slice(0, 200);
    if (compiled(value) !== isValid) t.fail(`Ajv disagrees: ${text}`, { value: short, isValid });
    // Very long lists take the second validator seconds.
    if (JSON.stringify(value).length < 5000 && (await secondOpinion(root, schema, value)) !== isValid)
      t.fail(`@hyperjump/json-schema disagrees: ${text}`, { value: short, isValid });
  }
  return trials.length;
}

t.test("two third-party validators agree on every test value of the keywords", async (t) => {
  let count = 0;
  for (const [name, schema] of Object.entries(schemas)) {
    count += await check(t, {}, partOf({}, name, schema), name);
  }
  t.ok(count > 150, `${count} values`);
});

t.test("every constraint of the keywords has a value that violates it alone, or a reason why not", (t) => {
  const untried: string[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const at = partOf({ [name]: schema }, name, schema);
    for (const constraint of constraintsOf(at.reading, name, at.part).list)
      if ([...invalid(at, constraint)].every((trial) => trial === undefined)) {
        untried.push(`${constraint.place} ${constraint.keyword}`);
        const { why, isImpossible } = whyUntried(at, constraint);
        t.ok(why !== "" && isImpossible, constraintKey(constraint));
      }
  }
  // An array with fewer items has none that matches `contains`; a value that is no object satisfies
  // `required`, which `not` rejects.
  t.same(untried, ["arrays minItems", "conditions type"]);
  t.end();
});

t.test("two third-party validators agree on every test value of the contract's requests", async (t) => {
  const document = await readDocument("spec/openapi.yaml");
  const api = readApi(document);
  const seen = new Set<unknown>();
  for (const operation of api.operations) {
    const { parameters, bodies } = slotsOf(api, operation, endless());
    for (const { name, at } of [...parameters, ...bodies]) {
      // Each variant of its pattern takes about a second.
      const isCostly = name === "header/idempotency-key" && process.env["CHECK_LONG"] === undefined;
      if (isCostly || seen.has(at.part.schema)) continue;
      seen.add(at.part.schema);
      await check(t, document.root, at, name.replaceAll("/", "-"));
    }
  }
  t.ok(seen.size > 10);
});

/** Objects that overlap, so that searches among them are long. */
const overlapping: JsonObject = {
  oneOf: Array.from({ length: 300 }, (_, index) => ({
    type: "object",
    properties: { [`p${index}`]: { type: "string" } },
    required: [`p${index}`],
  })),
};

t.test(
  "after the end of a run nothing is searched, and untried cases are not reported as impossible",
  (t) => {
    const at = partOf({ overlapping }, "overlapping", overlapping, new Searching(() => true));
    const { list } = constraintsOf(at.reading, "overlapping", at.part);
    const before = at.budget.left;
    const trials = [...list.flatMap((one) => [...valid(at, one), ...invalid(at, one)]), ...largest(at, list)];
    t.same(
      trials.filter((trial) => trial !== undefined),
      [],
    );
    t.equal(at.budget.left, before);
    t.same(whyUntried(at, list[0]!), { why: "the run ended before", isImpossible: false });
    t.end();
  },
);

t.test("the searches of a slot share a budget, and report when it is spent", (t) => {
  const at = { ...partOf({ overlapping }, "overlapping", overlapping), budget: slotBudget(2000) };
  const { list } = constraintsOf(at.reading, "overlapping", at.part);
  const [first, last] = [list[0]!, list.at(-1)!];
  for (const one of [first, last]) t.same([...valid(at, one)].filter(Boolean), []);
  t.equal(at.searching.whyUnfinished(first, "valid"), "the search spent its budget");
  const spent = "the searches for values of its schema spent their budget";
  t.equal(at.searching.whyUnfinished(last, "valid"), spent);
  t.same(whyUntried(at, last), { why: spent, isImpossible: false });
  t.end();
});
