// A law: for any schema and value, the generated validator returns the same result as Ajv, which compiles the
// schema itself: the same verdict, and the same errors in the same order. (`unevaluated…` has a separate law:
// Ajv misreads it beside `contains` and `if`.)
import assert from "node:assert/strict";
import { _ } from "ajv";
import { Ajv2020, type KeywordCxt } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { fc } from "../support/laws.ts";
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { checksFormat } from "../../scripts/contract/generate/validators/formats.ts";
import type { ValidationError, Validator } from "../../scripts/contract/runtime/validator-types.ts";
import { emittedValidators } from "./emitted-validators.ts";

// Much work: allow for a busy machine.
t.setTimeout(600_000);

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

/** Generates a schema of one to four of the keywords. */
function few(keywords: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<Json> {
  const single = Object.entries(keywords).map(([name, values]) =>
    values.map((given): [string, Json] => [name, given]),
  );
  return fc
    .array(fc.oneof(...single), { minLength: 1, maxLength: 4 })
    .map((members) => withoutIdleFormat(Object.fromEntries(members)));
}

/**
 * Removes a format that does not apply to the type: the generator leaves it out, and Ajv reports it beside
 * the type.
 */
function withoutIdleFormat({ format, ...rest }: JsonObject): JsonObject {
  return typeof format === "string" && checksFormat(format, rest) ? { ...rest, format } : rest;
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
    required: fc.uniqueArray(key),
    minProperties: size,
    maxProperties: size,
    properties: fc.dictionary(key, tie("schema"), { maxKeys: 3, noNullPrototype: true }),
    patternProperties: fc.dictionary(fc.constantFrom("^a", "y$"), tie("schema"), { noNullPrototype: true }),
    additionalProperties: tie("schema"),
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

/** References only where the value gets smaller, so that no schema references itself endlessly. */
const document = fc.record({ A: fc.constant({ type: "string", minLength: 2 }), B: bounded(), C: bounded() });

function bounded() {
  return fc.record(
    { items: fc.constantFrom(...refs), additionalProperties: fc.constantFrom(...refs), minProperties: size },
    { requiredKeys: [] },
  );
}

/** Compiles the same document with Ajv alone; `ownProperties`, so that it also sees only own properties. */
function plainAjv(schemas: Readonly<Record<string, Json>>) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, ownProperties: true, logger: false });
  addFormats.default(ajv);
  mendContains(ajv);
  mendPrefixItems(ajv);
  ajv.addSchema({ $id: "document", components: { schemas } });
  return (name: string) => {
    const validate = ajv.getSchema(`document#/components/schemas/${name}`);
    if (validate === undefined) throw new Error(`no schema ${name}`);
    return validate;
  };
}

/**
 * Fixes `contains` of Ajv 8.20, which within a loop treats an empty list like the list before it: `{ items: {
 * contains: { type: "integer" } } }` accepts `[[1], []]`, since its code keeps the result in a `var`. Here an
 * empty list contains nothing.
 */
function mendContains(ajv: Ajv2020): void {
  mendKeyword(ajv, "contains", (context, write) => {
    const { minContains = 1, maxContains } = context.parentSchema as Readonly<Record<string, number>>;
    if (minContains !== 1 || maxContains !== undefined) {
      write(context);
      return;
    }
    context.setParams({ min: 1 });
    context.gen.if(
      _`${context.data}.length === 0`,
      () => context.error(),
      () => write(context),
    );
  });
}

/**
 * Fixes `prefixItems` of Ajv 8.20, behind which, where the first error ends the validation, an empty list is
 * checked by no other keyword for arrays: `{ prefixItems: [{ minLength: 2 }], contains: false }` accepts
 * `[]`. The `var` with the result of the first item is undefined if there is no item.
 */
function mendPrefixItems(ajv: Ajv2020): void {
  mendKeyword(ajv, "prefixItems", (context, write) => {
    const ok = context.ok.bind(context);
    context.ok = (valid) => ok(_`${valid} !== false`);
    write(context);
  });
}

type WriteCode = (context: KeywordCxt, ruleType?: string) => void;

function mendKeyword(ajv: Ajv2020, keyword: string, mend: (context: KeywordCxt, write: WriteCode) => void) {
  const rule = ajv.RULES.all[keyword];
  if (typeof rule !== "object" || !("code" in rule.definition)) throw new Error(`Ajv has no ${keyword}`);
  const { definition } = rule;
  const { code: write } = definition;
  rule.definition = { ...definition, code: (context) => mend(context, write) };
}

type Validate = ((value: unknown) => unknown) & { readonly errors?: unknown };

/**
 * The errors that Ajv reports; undefined if its code throws, as 8.20's does for some patternProperties beside
 * an anyOf.
 */
function errorsOf(validate: Validate, value: unknown): readonly ValidationError[] | undefined {
  try {
    return validate(value) === true ? [] : ((validate.errors ?? []) as ValidationError[]);
  } catch {
    return undefined;
  }
}

/**
 * An error as Ajv reports it. Ajv names the location below the target of a `$ref` and drops the key there;
 * the generated validators keep both.
 */
function asAjvTellsIt(
  error: ValidationError,
  { schemaPath, propertyName }: ValidationError,
): ValidationError {
  const { propertyName: key, ...members } = error;
  return {
    ...members,
    schemaPath: error.schemaPath.endsWith(schemaPath.slice(1)) ? schemaPath : error.schemaPath,
    ...(propertyName === undefined ? {} : { propertyName: key ?? "" }),
  };
}

interface Counts {
  compared: number;
  errors: number;
}

/** Compares a validator with Ajv's on values. */
function compare(own: Validator, reference: Validate, values: readonly Json[], counts: Counts): void {
  for (const given of values) {
    const want = errorsOf(reference, given);
    if (want === undefined) continue;
    const got = own(given) ? [] : (own.errors ?? []);
    const told = got.map((error, index) => asAjvTellsIt(error, want[index] ?? error));
    assert.deepStrictEqual(told, want, `on ${JSON.stringify(given)}`);
    counts.compared += 1;
    counts.errors += want.length;
  }
}

/**
 * A schema without branches that reference the same schema as an earlier one: they are redundant, and only
 * Ajv repeats their errors. Their cost is tested by `validators-chains.test.ts`.
 */
function withoutTwins(schema: Json): Json {
  if (Array.isArray(schema)) {
    const seen = new Set<string>();
    return schema.map(withoutTwins).filter((branch) => {
      const text = JSON.stringify(branch);
      const isTwin = /^\{"\$ref":"[^"]*"\}$/.test(text) && seen.has(text);
      seen.add(text);
      return !isTwin;
    });
  }
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutTwins(value ?? null)]));
}

/** Documents of five schemas with the shared ones, and values for them. */
const cases = fc.record({
  shared: document,
  roots: fc.array(schema, { minLength: 5, maxLength: 5 }),
  values: fc.array(value, { minLength: 20, maxLength: 20 }),
});

t.test("items with an empty list among them are validated like in the fixed Ajv", async (t) => {
  const schemas: Record<string, Json> = {
    items: { items: { contains: { type: "array" } } },
    contains: {
      contains: { contains: { type: ["array", "string"] }, anyOf: [false] },
      multipleOf: 1,
    },
    values: { additionalProperties: { contains: { type: "array" } } },
    beside: { not: { prefixItems: [{ minLength: 2 }], contains: false } },
  };
  const generated = await emittedValidators(t, { schemas });
  const ajv = plainAjv(schemas);
  const counts = { compared: 0, errors: 0 };
  for (const name of Object.keys(schemas)) {
    const values: Json[] = [[[[]], []], { a: [[]], b: [] }, [[]], []];
    compare(generated.schemas[name]!, ajv(name), values, counts);
  }
  t.notOk(generated.schemas["items"]?.([[[]], []]));
  t.notOk(generated.schemas["values"]?.({ a: [[]], b: [] }));
  t.ok(generated.schemas["beside"]?.([]));
  t.equal(counts.compared, 16);
});

t.test("the generated validator and Ajv report the same errors", async (t) => {
  const counts = { compared: 0, errors: 0 };
  const law = fc.asyncProperty(cases, async ({ shared, roots, values }) => {
    const own = Object.fromEntries(roots.map((root, index): [string, Json] => [`S${index}`, root]));
    const schemas = withoutTwins({ ...shared, ...own }) as Record<string, Json>;
    const generated = await emittedValidators(t, { schemas });
    const ajv = plainAjv(schemas);
    for (const name of Object.keys(own)) {
      const validator = generated.schemas[name];
      if (validator === undefined) throw new Error(`no validator ${name}`);
      compare(validator, ajv(name), values, counts);
    }
  });
  await fc.assert(law, { numRuns: process.env["CHECK_LONG"] === "1" ? 1000 : 40 });
  t.ok(counts.compared >= 2000 && counts.errors >= 2000, "thousands of pairs, thousands of errors");
});
