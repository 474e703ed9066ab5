// Laws over generated schemas: the comparison of two documents agrees with the search over two schemas.
import { fc } from "../support/laws.ts";
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { search, type Side } from "../../scripts/contract/containment/search.ts";
import type { Json, JsonObject, OpenApiDocument } from "../../scripts/contract/document/document.ts";
import { documentOf } from "./in-memory-document.ts";

// Much work: allow for a busy machine.
t.setTimeout(600_000);

const names = fc.constantFrom("a", "b", "c");

/**
 * Generates the schemas that the traversal takes apart: nested objects, lists, unions, compositions,
 * references.
 */
const { schema } = fc.letrec<{
  schema: JsonObject;
  leaf: JsonObject;
  object: JsonObject;
  list: JsonObject;
  union: JsonObject;
}>((tie) => ({
  leaf: fc.oneof(
    fc.record(
      { type: fc.constant("string"), maxLength: fc.nat(4), minLength: fc.nat(2) },
      { requiredKeys: ["type"] },
    ),
    fc.record(
      { type: fc.constant("integer"), minimum: fc.nat(4), maximum: fc.integer({ min: 3, max: 8 }) },
      { requiredKeys: ["type"] },
    ),
    fc.record({
      enum: fc.uniqueArray(fc.constantFrom<Json>("x", "y", 1, null, true), { minLength: 1, maxLength: 3 }),
    }),
    fc.constant<JsonObject>({ type: ["string", "null"] }),
    fc.constant<JsonObject>({ $ref: "#/components/schemas/Shared" }),
    fc.constant<JsonObject>({ $ref: "#/components/schemas/Loop" }),
  ),
  object: fc.record(
    {
      type: fc.constant("object"),
      properties: fc.dictionary(names, tie("schema"), { maxKeys: 3, noNullPrototype: true }),
      required: fc.uniqueArray(names, { maxLength: 2 }),
      additionalProperties: fc.oneof(fc.constant<Json>(false), tie("leaf")),
      minProperties: fc.nat(2),
      patternProperties: fc.record({ "^[bc]": tie("leaf") }),
      dependentRequired: fc.record({ a: fc.constant<Json>(["b"]) }),
      unevaluatedProperties: fc.constant(false),
    },
    { requiredKeys: ["type", "properties"] },
  ),
  list: fc.record(
    {
      type: fc.constant("array"),
      items: tie("schema"),
      maxItems: fc.nat(3),
      minItems: fc.nat(2),
      prefixItems: fc.array(tie("leaf"), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["type", "items"] },
  ),
  union: fc.oneof(
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ oneOf: fc.array(tie("leaf"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
  ),
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    tie("object"),
    tie("list"),
    tie("union"),
  ),
}));

const shared: JsonObject = {
  Shared: { type: "string", maxLength: 2 },
  Loop: { type: "object", properties: { a: { $ref: "#/components/schemas/Loop" } } },
};
const sharedLater: JsonObject = { ...shared, Shared: { type: "string", maxLength: 3 } };

function side(document: OpenApiDocument, schema: Json, view: Side["view"], closed: boolean): Side {
  return { root: document.root, schema, view, closed };
}

t.test("a break is reported exactly if the search finds a counter-example", (t) => {
  let decided = 0;
  fc.assert(
    fc.property(schema, schema, fc.boolean(), (a, b, closed) => {
      const [base, head] = [documentOf(a, shared), documentOf(b, sharedLater)];
      const { findings } = compare(base, head, { world: closed ? "closed" : "open" });
      const expected = {
        request: search({
          accepts: [side(base, a, "request", closed)],
          rejects: [side(head, b, "request", false)],
        }),
        response: search({
          accepts: [side(head, b, "response", closed)],
          rejects: [side(base, a, "response", false)],
        }),
      };
      // An operation that no client can call has no responses.
      const callable = search({ accepts: [side(base, a, "request", closed)], rejects: [] }).kind === "found";
      for (const half of callable ? (["request", "response"] as const) : []) {
        const { kind } = expected[half];
        const said = findings.filter(({ side, verdict }) => side === half && verdict !== "compatible");
        if (kind === "undecided" || said.some(({ verdict }) => verdict === "undecided")) continue;
        decided += 1;
        const broken = said.some(({ witness }) => witness !== undefined);
        if (broken !== (kind === "found"))
          throw new Error(`${half}: the search says ${kind}, the comparison ${JSON.stringify(said)}`);
      }
    }),
    { numRuns: 150 },
  );
  t.ok(decided > 150, `${decided} decided`);
  t.end();
});

t.test("a document compared with itself has no breaks", (t) => {
  fc.assert(
    fc.property(schema, (a) => {
      const { counts } = compare(documentOf(a, shared), documentOf(structuredClone(a), shared));
      return counts.breaking + counts.undecided + counts.notice + counts.compatible === 0;
    }),
    { numRuns: 60 },
  );
  t.end();
});

t.test("composing and inlining schemas changes no verdict", (t) => {
  const respellings: ((schema: JsonObject) => [JsonObject, JsonObject])[] = [
    (schema) => [{ allOf: [schema] }, {}],
    (schema) => [{ anyOf: [schema, schema] }, {}],
    (schema) => [{ $ref: "#/components/schemas/Moved" }, { Moved: schema }],
    (schema) => [{ not: { not: schema } }, {}],
  ];
  fc.assert(
    fc.property(schema, fc.constantFrom(...respellings), (a, respelt) => {
      const [b, more] = respelt(a);
      const [before, after] = [documentOf(a, shared), documentOf(b, { ...shared, ...more })];
      // Under `not` no sender is closed, so double negations are compared in the open world.
      const world = "not" in b ? "open" : "closed";
      for (const { counts } of [compare(before, after, { world }), compare(after, before, { world })]) {
        if (counts.breaking > 0) throw new Error(`${JSON.stringify(b)}: ${counts.breaking}`);
      }
    }),
    { numRuns: 150 },
  );
  t.end();
});
