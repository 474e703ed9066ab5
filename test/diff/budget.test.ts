// The budget of a comparison: all costly work is charged, and an operation left undecided is reported once.
import t from "tap";
import { Budget } from "../../scripts/contract/containment/budget.ts";
import { search, budgetSpent } from "../../scripts/contract/containment/search.ts";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { ExplanationMemo } from "../../scripts/contract/diff/explain/explanation-memo.ts";
import { mayReach, schemaAlong, type Step } from "../../scripts/contract/diff/explain/location.ts";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { documentOf, inMemoryDocument } from "./in-memory-document.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Entities that each reference many others, and each have the properties `own`, too. */
function dense(count: number, references: number, own: JsonObject): JsonObject {
  const entity = (index: number): JsonObject => ({
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: references }, (_, at) => [`p${at}`, ref(`E${(index * 7 + at * 5 + 1) % count}`)]),
    ),
    ...own,
  });
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`E${index}`, entity(index)]));
}

t.test("an operation that exceeds the budget is reported once, and no finding of it is proved", (t) => {
  const [base, head] = [{}, { required: ["id"] }].map((own) => documentOf(ref("E0"), dense(60, 12, own)));
  const { findings, counts } = compare(base!, head!, { wholeBudget: 20_000 });
  t.ok(counts.breaking > 0, "what was found is told");
  t.ok(counts.breaking < 20_000 / 150, "each exchange is charged");
  const left = findings.filter(({ verdict }) => verdict === "undecided");
  t.strictSame(
    left.map(({ place, reason }) => [place, reason]),
    [["", budgetSpent]],
  );
  t.equal(counts.compatible, 0, "an answer that was not looked at is no proof");
  t.end();
});

t.test("with a sufficient budget all operations are reported", (t) => {
  const [base, head] = [{}, { required: ["id"] }].map((own) => documentOf(ref("E0"), dense(12, 3, own)));
  const { counts } = compare(base!, head!);
  t.ok(counts.breaking > 20);
  t.equal(counts.undecided, 0);
  t.end();
});

t.test("unchanged parameters take no search steps", (t) => {
  const parameters = Array.from({ length: 40 }, (_, at) => ({
    name: `x-${at}`,
    in: "header",
    schema: { type: "string", pattern: `^[a-z]{${at + 1}}$` },
  }));
  const [base, head] = [9, 8].map((maxLength) => {
    const content = { "text/plain": { schema: { type: "string", maxLength } } };
    const operation = { operationId: "put", parameters, requestBody: { content }, responses: {} };
    const info = { title: "Things", version: "1.0.0" };
    return inMemoryDocument({ openapi: "3.1.0", info, paths: { "/things": { put: operation } } });
  });
  const { counts } = compare(base!, head!, { wholeBudget: 1000 });
  t.match(counts, { breaking: 1, undecided: 0 });
  t.end();
});

t.test("parts that a value does not have are not searched", (t) => {
  const ways: readonly {
    readonly steps: readonly Step[];
    readonly has: Json;
    readonly lacks: readonly Json[];
  }[] = [
    { steps: [{ kind: "property", name: "a" }], has: { a: 1 }, lacks: [{}, { b: 1 }, [], "a", null] },
    {
      steps: [{ kind: "property", name: "toString" }],
      has: JSON.parse('{"toString":1}') as Json,
      lacks: [{}],
    },
    { steps: [{ kind: "matching", pattern: "^x" }], has: { x: 1 }, lacks: [{}, [1], 1] },
    { steps: [{ kind: "others", names: ["a"], patterns: [] }], has: { b: 1 }, lacks: [{}, "b"] },
    { steps: [{ kind: "item", index: 1 }], has: [1, 2], lacks: [[1], {}, 2] },
    { steps: [{ kind: "items", after: 1 }], has: [1, 2], lacks: [[1], { 1: 2 }] },
    {
      steps: [
        { kind: "property", name: "a" },
        { kind: "item", index: 0 },
        { kind: "property", name: "b" },
      ],
      has: { a: [{ b: 1 }] },
      lacks: [{ a: [] }, { a: [{}] }, { a: { b: 1 } }],
    },
  ];
  for (const { steps, has, lacks } of ways) {
    const schema = schemaAlong(steps, false);
    const takes = (value: Json) =>
      search({
        accepts: [
          { root: {}, schema, view: "none", closed: false },
          { root: {}, schema: { const: value }, view: "none", closed: false },
        ],
        rejects: [],
      }).kind === "found";
    t.ok(mayReach(steps, has));
    t.notOk(takes(has), `${JSON.stringify(has)} has the part`);
    for (const value of lacks) {
      t.notOk(mayReach(steps, value), JSON.stringify(value));
      t.ok(takes(value), `${JSON.stringify(value)} keeps to whatever is asked of it`);
    }
  }
  t.end();
});

t.test("demands that both sides make in the same words are not searched for", (t) => {
  const [base, head] = ["Before.", "After."].map((description) => {
    const text = { type: "string", minLength: 1, maxLength: 9, pattern: "^a", description };
    const names = Array.from({ length: 40 }, (_, at) => `p${at}`);
    return documentOf({
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, text])),
      required: names,
    });
  });
  t.match(compare(base!, head!, { wholeBudget: 3000 }).counts, { breaking: 0, undecided: 0 });
  t.end();
});

t.test("an explanation that was read when the budget ran out is not kept", (t) => {
  const memo = new ExplanationMemo();
  let reads = 0;
  const [sender, receiver] = [{ type: "string" }, { type: "object" }];
  for (const budget of [new Budget(1, 0), new Budget(1, 100), new Budget(1, 100)]) {
    const read = () => {
      reads += 1;
      return [];
    };
    memo.of([{ schema: sender }], { schema: receiver }, { budget, read });
  }
  t.equal(reads, 2);
  t.end();
});
