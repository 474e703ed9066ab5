// A law: for any schema and value, the generated validator says what Ajv says when it compiles the schema itself.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import t from "tap";
import type { Json } from "../../scripts/document/document.ts";
import { emittedValidators } from "./emitted-validators.ts";

const names = ["a", "b", "constructor", "x-y"];
const key = fc.constantFrom(...names);
const size = fc.nat(3);
const text = fc.constantFrom(
  "",
  "a",
  "ab",
  "abc",
  "\u{1f600}",
  "\u{1f600}\u{1f600}",
  "2024-02-30",
  "2024-02-29",
  "1.2.3.4",
);
const refs = ["A", "B", "C"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
const types = ["string", "integer", "number", "boolean", "null", "array", "object"];

/** A schema of one to four of the keywords. */
function few(keywords: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<Json> {
  const single = Object.entries(keywords).map(([name, values]) =>
    values.map((given): [string, Json] => [name, given]),
  );
  return fc
    .array(fc.oneof(...single), { minLength: 1, maxLength: 4 })
    .map((members) => Object.fromEntries(members));
}

const { schema, value } = fc.letrec<{ schema: Json; value: Json; keywords: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      text,
      fc.integer({ min: -2, max: 4 }),
      fc.constantFrom(0.5, 3000000000),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
  schema: fc.oneof({ maxDepth: 3 }, fc.oneof(fc.boolean(), fc.constantFrom(...refs)), tie("keywords")),
  keywords: few({
    type: fc.oneof(fc.constantFrom(...types), fc.uniqueArray(fc.constantFrom(...types), { minLength: 1 })),
    enum: fc.uniqueArray(tie("value"), {
      minLength: 1,
      maxLength: 3,
      selector: (item) => JSON.stringify(item),
    }),
    const: tie("value"),
    minLength: size,
    maxLength: size,
    pattern: fc.constantFrom("^a", "b$", "^[^a]*$", "\\p{Emoji}"),
    format: fc.constantFrom("date", "ipv4", "uuid", "int32", "email"),
    minimum: size,
    exclusiveMaximum: size,
    multipleOf: fc.constantFrom(1, 2, 0.5),
    minItems: size,
    maxItems: size,
    uniqueItems: fc.boolean(),
    items: tie("schema"),
    prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
    contains: tie("schema"),
    unevaluatedItems: tie("schema"),
    required: fc.uniqueArray(key),
    minProperties: size,
    maxProperties: size,
    properties: fc.dictionary(key, tie("schema"), { maxKeys: 3, noNullPrototype: true }),
    patternProperties: fc.dictionary(fc.constantFrom("^a", "y$"), tie("schema"), { noNullPrototype: true }),
    additionalProperties: tie("schema"),
    unevaluatedProperties: tie("schema"),
    propertyNames: tie("schema"),
    dependentRequired: fc.dictionary(key, fc.uniqueArray(key), { maxKeys: 2, noNullPrototype: true }),
    dependentSchemas: fc.dictionary(key, tie("schema"), { maxKeys: 1, noNullPrototype: true }),
    allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
    anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
    oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
    not: tie("schema"),
    if: tie("schema"),
    then: tie("schema"),
    else: tie("schema"),
  }),
}));

/** References only where a value gets smaller on the way, so that no schema refers to itself without end. */
const document = fc.record({ A: fc.constant({ type: "string", minLength: 2 }), B: bounded(), C: bounded() });

function bounded() {
  return fc.record(
    { items: fc.constantFrom(...refs), additionalProperties: fc.constantFrom(...refs), minProperties: size },
    { requiredKeys: [] },
  );
}

/** Ajv alone, on the same document. `ownProperties`, so that it too sees only properties that are there. */
function plainAjv(schemas: Readonly<Record<string, Json>>) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, ownProperties: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "document", components: { schemas } });
  return (name: string) => {
    const validate = ajv.getSchema(`document#/components/schemas/${name}`);
    if (validate === undefined) throw new Error(`no schema ${name}`);
    return validate;
  };
}

/** What Ajv says; undefined when its code fails, as 8.20's does for some patternProperties beside an anyOf. */
function answerOf(validate: (value: unknown) => unknown, value: unknown): boolean | undefined {
  try {
    return validate(value) === true;
  } catch {
    return undefined;
  }
}

t.test("the generated validator and Ajv agree on what is valid", async (t) => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      document,
      fc.array(schema, { minLength: 5, maxLength: 5 }),
      fc.array(value, { minLength: 20, maxLength: 20 }),
      async (shared, roots, values) => {
        const own = Object.fromEntries(roots.map((root, index): [string, Json] => [`S${index}`, root]));
        const schemas: Record<string, Json> = { ...shared, ...own };
        const generated = await emittedValidators(t, { schemas });
        const ajv = plainAjv(schemas);
        for (const name of Object.keys(own)) {
          const reference = ajv(name);
          for (const given of values) {
            const want = answerOf(reference, given);
            const got = generated.schemas[name]?.(given);
            if (want === undefined) continue;
            if (got !== want) {
              throw new Error(
                `${JSON.stringify(schemas)}\n${name} on ${JSON.stringify(given)}: Ajv says ${want}`,
              );
            }
            compared += 1;
          }
        }
      },
    ),
    { numRuns: 40 },
  );
  t.ok(compared >= 2000, "on thousands of pairs");
});
