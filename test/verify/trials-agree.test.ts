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
import {
  combinations,
  invalid,
  largest,
  type TrialPart,
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

const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addFormat("liquid", true);

async function check(t: Test, root: JsonObject, at: TrialPart, slot: string): Promise<number> {
  const { schema } = at.part;
  const compiled = ajv.compile({
    ...root,
    $id: `urn:trial:${slot}:${Math.random()}`,
    $ref: "#/asked",
    asked: schema,
  });
  const { list } = constraintsOf(at.reading, slot, at.part);
  const most = largest(at, list);
  const trials = [
    ...list.flatMap((constraint) => [...valid(at, constraint), ...invalid(at, constraint)]),
    ...combinations(at),
    ...(most === undefined ? [] : [most]),
  ];
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
    const reading = { root: {}, view: "request" as const, closed: false };
    const at = { reading, part: { schema, pointer: `/${name}` }, sendable: undefined };
    count += await check(t, {}, at, name);
  }
  t.ok(count > 150, `${count} values`);
});

t.test("every constraint of the keywords has a value that violates it alone, or a reason why not", (t) => {
  const untried: string[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const reading = { root: { [name]: schema }, view: "request" as const, closed: false };
    const at = { reading, part: { schema, pointer: `/${name}` }, sendable: undefined };
    for (const constraint of constraintsOf(reading, name, at.part).list)
      if ([...invalid(at, constraint)].length === 0) {
        untried.push(`${constraint.place} ${constraint.keyword}`);
        t.not(whyUntried(at, constraint), "", constraintKey(constraint));
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
    const { parameters, bodies } = slotsOf(api, operation);
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
