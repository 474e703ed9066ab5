// Cases that the adversary found, each reduced to the minimum.
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import type { Verdict } from "../../scripts/contract/diff/comparison.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { documentOf } from "./in-memory-document.ts";

const foreign = "(?i)x";
const thing = { $ref: "#/components/schemas/Thing" };
const shared: JsonObject = { Thing: { properties: { a: {} } }, Any: { type: "object" } };

const cases: readonly {
  readonly title: string;
  readonly base: JsonObject;
  readonly head: JsonObject;
  /** The gravest verdict among the findings on requests. */
  readonly want: Verdict;
}[] = [
  {
    title: "property names known through a reference count beside unevaluatedProperties and a branch",
    base: {
      properties: { c: {} },
      allOf: [{ properties: { a: {} }, anyOf: [{ properties: { d: {} } }] }],
      unevaluatedProperties: false,
    },
    head: { properties: { a: { type: "string" } } },
    want: "breaking",
  },
  ...(["anyOf", "oneOf"] as const).map((keyword) => ({
    title: `what a reference evaluated stays evaluated beside ${keyword}`,
    base: {
      ...thing,
      [keyword]: [{ properties: { b: {} }, required: ["b"] }, { maxProperties: 1 }],
      unevaluatedProperties: false,
    },
    head: { properties: { a: { type: "string" } } },
    want: "breaking" as const,
  })),
  {
    title: "what a reference evaluated stays evaluated beside a condition",
    base: {
      ...thing,
      if: { properties: { xa: {} }, required: ["xa"] },
      unevaluatedProperties: false,
    },
    head: { unevaluatedProperties: false },
    want: "breaking",
  },
  {
    title: "a property name that may or may not match a foreign pattern is no break",
    base: { properties: { a: {} } },
    head: { patternProperties: { [foreign]: { type: "integer" } } },
    want: "undecided",
  },
  {
    title: "a foreign pattern that does not constrain its properties leaves nothing undecided",
    base: { patternProperties: { [foreign]: {} } },
    head: { minProperties: 1 },
    want: "breaking",
  },
  {
    title: "values of other types are not tested against a foreign pattern",
    base: { properties: { c: { pattern: foreign } } },
    head: { properties: { c: { type: "string" } } },
    want: "breaking",
  },
  {
    title: "a string that several schemas require is not assumed to exist, nor is the value that contains it",
    base: { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
    head: { not: { properties: { a: { pattern: foreign, minLength: 1 } }, required: ["a"] } },
    want: "undecided",
  },
  {
    title: "an empty enum has no string that matches a foreign pattern",
    base: { type: "object", properties: { b: {}, c: {} } },
    head: {
      type: "object",
      not: {
        required: ["b"],
        properties: { b: { type: "string", pattern: foreign, enum: [1] } },
      },
    },
    want: "compatible",
  },
];

for (const { title, base, head, want } of cases) {
  t.test(title, (t) => {
    const { findings } = compare(documentOf(base, shared), documentOf(head, shared));
    const verdicts = new Set(findings.filter(({ side }) => side === "request").map(({ verdict }) => verdict));
    const order: Verdict[] = ["breaking", "undecided", "compatible"];
    t.equal(order.find((one) => verdicts.has(one)) ?? "compatible", want, JSON.stringify(findings));
    t.end();
  });
}
