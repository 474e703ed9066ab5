// Laws of containment over random schemas: what is never undecided, and what validators never contradict.
import { fc } from "../support/laws.ts";
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { accepts } from "../../scripts/contract/containment/confirm.ts";
import { search, type SearchResult, type Side } from "../../scripts/contract/containment/search.ts";
import { type Ingredients, schemas, values } from "./support/random-schemas.ts";
import { secondOpinion } from "./support/second-opinion.ts";
import { sent, written } from "./support/sides.ts";

// Much work: allow for a busy machine.
t.setTimeout(600_000);

const runs = Number(process.env["SCHEMA_LAW_RUNS"] ?? 150);
const fixedSeed = Number(process.env["SCHEMA_LAW_SEED"] ?? 20_250_101);
const settings = { numRuns: runs, seed: fixedSeed };
t.comment(`seed ${fixedSeed}, ${runs} runs; SCHEMA_LAW_SEED and SCHEMA_LAW_RUNS change them`);

const valueTypes = ["array", "object", "number", "string"] as const;
const everything: Ingredients = { patterns: true, formats: true, unevaluated: true };

/** The same schemas, as `JSON.parse` would create them. */
const plain = (schema: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  schema.map((value) => JSON.parse(JSON.stringify(value)) as Json);
const some = plain(schemas());
const rich = plain(schemas(everything));
const value = plain(values);
const typed = fc
  .tuple(fc.constantFrom(...valueTypes), rich)
  .map(([type, schema]): Json => ({ allOf: [{ type }, schema] }));

const isContained = (a: Side, b: Side): SearchResult["kind"] => search({ accepts: [a], rejects: [b] }).kind;

t.test("a random value is contained in a schema exactly if the schema accepts it", (t) => {
  fc.assert(
    fc.property(value, rich, (instance, schema) => {
      const verdict = accepts(written(schema), instance);
      fc.pre(verdict.undecidable === undefined);
      const kind = isContained(written({ const: instance }), written(schema));
      return kind === (verdict.valid ? "none" : "found");
    }),
    settings,
  );
  t.end();
});

t.test("a schema contains itself in any spelling", (t) => {
  const byType = (schema: Json): Json[] =>
    ["null", "boolean", ...valueTypes].map((type) => ({ allOf: [schema, { type }] }));
  const spellings: readonly ((schema: Json) => JsonObject)[] = [
    (schema) => ({ allOf: [schema] }),
    (schema) => ({ anyOf: [schema, false] }),
    (schema) => ({ oneOf: [false, schema] }),
    (schema) => ({ not: { not: schema } }),
    (schema) => ({ if: true, then: schema }),
    (schema) => ({ $ref: "#/$defs/it", $defs: { it: schema } }),
    (schema) => ({ anyOf: byType(schema) }),
    (schema) => ({ oneOf: byType(schema) }),
  ];
  fc.assert(
    fc.property(rich, fc.constantFrom(...spellings), (schema, spell) => {
      const other = spell(schema);
      const [a, b] = [written(schema), written(other, other)];
      return isContained(a, b) === "none" && isContained(b, a) === "none";
    }),
    settings,
  );
  t.end();
});

t.test("two validators confirm every witness, and plain schemas are never undecided", async (t) => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...valueTypes), some, some, async (type, a, b) => {
      const both = { allOf: [{ type }, a] };
      const result = search({ accepts: [sent(both)], rejects: [written(b)] });
      if (result.kind !== "found") return result.kind === "none";
      found += 1;
      return (
        (await secondOpinion({}, both, result.instance)) && !(await secondOpinion({}, b, result.instance))
      );
    }),
    settings,
  );
  t.ok(found > runs / 10, `${found} witnesses`);
});

t.test("no value contradicts a proof", (t) => {
  let proofs = 0;
  fc.assert(
    fc.property(
      typed,
      rich,
      fc.array(value, { minLength: 30, maxLength: 30 }),
      fc.boolean(),
      (a, b, instances, closed) => {
        const [sender, reader] = [{ ...written(a), closed }, written(b)];
        if (isContained(sender, reader) !== "none") return true;
        proofs += 1;
        return instances.every((one) => !accepts(sender, one).valid || accepts(reader, one).valid);
      },
    ),
    settings,
  );
  t.ok(proofs > runs / 10, `${proofs} proofs`);
  t.end();
});

t.test("few pairs stay undecided even with patterns, formats and unevaluated parts", (t) => {
  let undecided = 0;
  fc.assert(
    fc.property(typed, rich, (a, b) => {
      if (isContained(written(a), written(b)) === "undecided") undecided += 1;
    }),
    settings,
  );
  t.ok(undecided <= runs / 50, `${undecided} of ${runs}`);
  t.end();
});

t.test("containment of schemas as written is transitive", (t) => {
  fc.assert(
    fc.property(typed, rich, rich, (a, b, c) => {
      const union = { anyOf: [a, b] };
      const wider = { anyOf: [union, c] };
      return (
        isContained(written(a), written(union)) === "none" &&
        isContained(written(union), written(wider)) === "none" &&
        isContained(written(a), written(wider)) === "none"
      );
    }),
    settings,
  );
  fc.assert(
    fc.property(typed, rich, rich, (a, b, c) => {
      const steps = [isContained(written(a), written(b)), isContained(written(b), written(c))];
      return !steps.every((step) => step === "none") || isContained(written(a), written(c)) === "none";
    }),
    settings,
  );
  t.end();
});

t.test("an open sender may send whatever a closed one sends", (t) => {
  fc.assert(
    fc.property(typed, rich, (a, b) => {
      return isContained(written(a), written(b)) !== "none" || isContained(sent(a), written(b)) === "none";
    }),
    settings,
  );
  t.end();
});
