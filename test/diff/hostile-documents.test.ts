// No document crashes the comparison or keeps it from terminating: circular references, depth, invalid values
// at every location.
import { readFileSync } from "node:fs";
import { fc } from "../support/laws.ts";
import t from "tap";
import { parse } from "yaml";
import { Budget } from "../../scripts/contract/containment/budget.ts";
import type { Reading } from "../../scripts/contract/containment/schema-part.ts";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { mappedSubtypes } from "../../scripts/contract/diff/decide/mapped-subtypes.ts";
import { equalClosure } from "../../scripts/contract/diff/equal-closure.ts";
import { explain } from "../../scripts/contract/diff/explain/explain.ts";
import { ExplanationMemo } from "../../scripts/contract/diff/explain/explanation-memo.ts";
import { DescribedPairs } from "../../scripts/contract/diff/notices/described-pair.ts";
import { schemaNotices } from "../../scripts/contract/diff/notices/schema-notices.ts";
import { DocumentError, type Json, type JsonObject } from "../../scripts/contract/document/document.ts";
import { isArray, isObject } from "../../scripts/contract/document/pointer.ts";
import { documentOf, inMemoryDocument } from "./in-memory-document.ts";

// Much work: allow for a busy machine.
t.setTimeout(600_000);

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function nested(depth: number, leaf: JsonObject): JsonObject {
  let schema = leaf;
  for (let level = 0; level < depth; level += 1) schema = { type: "object", properties: { a: schema } };
  return schema;
}

t.test("an unusual schema is compared with a verdict, whatever the other schema is", (t) => {
  const cases: Record<string, { schema: JsonObject | boolean; schemas?: JsonObject }> = {
    "a reference to itself": { schema: ref("A"), schemas: { A: ref("A") } },
    "references in a circle": { schema: ref("A"), schemas: { A: ref("B"), B: ref("A") } },
    "allOf of itself": { schema: ref("A"), schemas: { A: { allOf: [ref("A"), { type: "object" }] } } },
    "anyOf of itself": { schema: ref("A"), schemas: { A: { anyOf: [ref("A"), { type: "object" }] } } },
    "not itself": { schema: ref("A"), schemas: { A: { not: ref("A") } } },
    "endless by requirement": {
      schema: ref("A"),
      schemas: { A: { type: "object", required: ["a"], properties: { a: ref("A") } } },
    },
    "nothing at all": { schema: false },
    "a contradiction": { schema: { type: "string", minLength: 5, maxLength: 4 } },
    "a foreign pattern": { schema: { type: "string", pattern: "(?<n>a)\\k<n>(?i)[[:alpha:]]" } },
    "a pattern that backtracks": { schema: { type: "string", pattern: "^(a+)+$" } },
    "a reference that leads nowhere": { schema: ref("Missing") },
    "three hundred levels": { schema: nested(300, { type: "string" }) },
    "five thousand levels": { schema: nested(5000, { type: "string" }) },
    "a length beyond all memory": { schema: { type: "string", minLength: 1e15 } },
    "a list beyond all memory": { schema: { type: "array", minItems: 1e12 } },
    "nonsense under every keyword": {
      schema: {
        type: 5,
        properties: [],
        required: "a",
        items: 7,
        anyOf: {},
        enum: "x",
        minimum: "1",
        pattern: 3,
      },
    },
  };
  for (const [name, { schema, schemas }] of Object.entries(cases)) {
    for (const other of [
      documentOf({ type: "object", properties: { a: { type: "string" } } }),
      documentOf(true),
    ]) {
      const odd = documentOf(schema, schemas);
      t.doesNotThrow(() => compare(odd, other), `${name}, as base`);
      t.doesNotThrow(() => compare(other, odd), `${name}, as head`);
    }
  }
  t.end();
});

/** Entities that each reference three others; `last` is added to the last of them. */
function entities(count: number, last: JsonObject): JsonObject {
  const at = (index: number) => ref(`E${index % count}`);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, JsonObject] => [
      `E${index}`,
      {
        type: "object",
        properties: {
          id: { type: "integer" },
          parent: at(index + 1),
          owner: at(index * 7 + 3),
          peers: { type: "array", items: at(index * 5 + 2) },
        },
        ...(index === count - 1 ? last : {}),
      },
    ]),
  );
}

t.test(
  "entities that reference each other in several ways are compared once each",
  { timeout: 60_000 },
  (t) => {
    for (const count of [2, 24, 134]) {
      const loose = documentOf(ref("E0"), entities(count, {}));
      const strict = documentOf(ref("E0"), entities(count, { required: ["id"] }));
      const { counts } = compare(loose, strict);
      t.ok(counts.breaking > 0, `${count} entities: a request without id is refused`);
      t.ok(counts.breaking < 20, `${count} entities: not for each way through the circles`);
      t.equal(counts.undecided, 0);
      t.equal(compare(loose, loose).counts.breaking, 0);
    }
    t.end();
  },
);

/**
 * Entities that each reference many others, by a fixed rule; `last` is added to the properties of the last of
 * them.
 */
function dense(count: number, references: number, last: JsonObject): JsonObject {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, JsonObject] => {
      const names = Array.from({ length: references }, (_, at): [string, JsonObject] => [
        `p${at}`,
        ref(`E${(at === 0 ? index + 1 : index * 7 + at * 5) % count}`),
      ]);
      const own = index === count - 1 ? last : {};
      return [`E${index}`, { type: "object", properties: { ...Object.fromEntries(names), ...own } }];
    }),
  );
}

t.test("of the many paths to an entity, the shortest ones are reported", (t) => {
  const [before, after] = [{}, { gained: { type: "integer" } }].map((last) =>
    documentOf(ref("E0"), dense(40, 12, last)),
  );
  const { findings, counts } = compare(before!, after!);
  const gained = findings.filter(({ place }) => place.endsWith("/gained"));
  t.ok(gained.length > 0);
  for (const { place } of gained) t.ok(place.split("/").length < 7, place);
  t.equal(counts.undecided, 0);
  t.end();
});

t.test("a traversal that exceeds the budget is reported, and small ones always complete", (t) => {
  for (const [count, isCut] of [
    [8, false],
    [1200, true],
  ] as const) {
    const mapped = { discriminator: { propertyName: "p0", mapping: { a: "#/components/schemas/E1" } } };
    const [base, head] = [{}, { gained: { type: "integer" } }].map(
      (last) => documentOf(ref("E0"), { ...dense(count, 12, last), M: mapped }).root,
    );
    const [sender, receiver] = [base!, head!].map((root): Reading => ({ root, view: "none", closed: false }));
    const at = { schema: ref("E0"), pointer: "" };
    const same = equalClosure(base!, head!);
    const walks: Record<string, (budget: Budget) => void> = {
      notices: (budget) => {
        const readings = { base: sender!, head: receiver!, same, side: "request" } as const;
        schemaNotices({ readings, pairs: new DescribedPairs(), budget }, at, at);
      },
      clauses: (budget) => {
        explain(
          { sender: sender!, receiver: receiver!, same, memo: new ExplanationMemo(), budget },
          [at],
          at,
        );
      },
      subtypes: (budget) => {
        mappedSubtypes(base!, at, budget);
      },
    };
    for (const [name, walk] of Object.entries(walks)) {
      // Clauses are explained only while something is left to decide them.
      const share = name === "clauses" ? 300 : 0;
      const budget = new Budget(0, share);
      budget.openShare(share);
      walk(budget);
      t.equal(budget.isCut, isCut, `${name} of ${count} entities`);
      if (isCut) t.ok(budget.closeShare(), "so that it gets a larger share, if there is one");
    }
  }
  t.end();
});

/** Schemas that each reference the previous one twice. */
function doubled(keyword: string, levels: number, leaf: JsonObject): JsonObject {
  const schemas: Record<string, JsonObject> = { S0: leaf };
  for (let level = 1; level <= levels; level += 1)
    schemas[`S${level}`] = { [keyword]: [ref(`S${level - 1}`), ref(`S${level - 1}`)] };
  return schemas;
}

t.test("schemas that reference the previous one twice do not double the work", { timeout: 60_000 }, (t) => {
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const [loose, strict] = [9, 5].map((maxLength) =>
      documentOf(ref("S30"), doubled(keyword, 30, { type: "string", maxLength })),
    );
    const { counts } = compare(loose!, strict!);
    t.equal(counts.breaking + counts.undecided > 0, keyword !== "oneOf", `${keyword}: text is refused`);
  }
  t.end();
});

t.test("two templates of the same path are rejected with their location", (t) => {
  const item = { get: { responses: {} } };
  const twice = inMemoryDocument({
    openapi: "3.1.0",
    paths: { "/a/{x}": item, "/a/{y}": { get: { responses: {} } } },
  });
  t.throws(() => compare(twice, twice), { name: "DocumentError", place: { line: 1 }, message: /\/a\/\{y\}/ });
  t.end();
});

t.test("an invalid value anywhere in a document gives a comparison or an error about the document", (t) => {
  const file = new URL("../fixtures/diff-hostile/seed.yaml", import.meta.url);
  const seed = parse(readFileSync(file, "utf8")) as JsonObject;
  const places = pathsIn(seed);
  const nonsense = fc.constantFrom<Json>(
    null,
    0,
    "x",
    [],
    {},
    true,
    [null],
    { $ref: "#/x" },
    { a: { b: [] } },
    "{}",
  );
  const mutation = fc.tuple(fc.nat(places.length - 1), nonsense);
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      let root: JsonObject = seed;
      for (const [place, value] of mutations) root = replaced(root, places[place] ?? [], value) as JsonObject;
      const [base, head] = [inMemoryDocument(seed), inMemoryDocument(root)];
      for (const pair of [
        [base, head],
        [head, base],
      ] as const) {
        try {
          compare(...pair);
        } catch (error) {
          if (!(error instanceof DocumentError)) throw error;
        }
      }
    }),
    { numRuns: 60 },
  );
  t.end();
});

function pathsIn(node: Json | undefined, path: readonly string[] = []): string[][] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    [...path, key],
    ...pathsIn(value as Json, [...path, key]),
  ]);
}

function replaced(node: Json, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  if (isArray(node))
    return node.map((item, index) => (String(index) === key ? replaced(item, rest, value) : item));
  if (!isObject(node)) return node;
  return { ...node, [key]: replaced(node[key] ?? null, rest, value) };
}
