// Checks the vocabulary against the meta-schemas of JSON Schema 2020-12 and OpenAPI 3.1 and against Ajv, and
// its users against the vocabulary.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import t from "tap";
import type { JsonObject } from "../scripts/contract/document/document.ts";
import { child, isObject } from "../scripts/contract/document/pointer.ts";
import { ruleFor } from "../scripts/contract/diff/rules/table.ts";
import { decidingKeywords } from "../scripts/contract/generate/validators/schema-keywords.ts";
import { keywordGroups } from "../scripts/contract/generate/validators/keywords.ts";
import { type Keyword, keywords, keywordsWith, vocabulary } from "../scripts/contract/vocabulary.ts";

const { resolve } = createRequire(import.meta.url);

/** Returns the keywords that a meta-schema of 2020-12 describes. */
async function described(part: string): Promise<JsonObject> {
  const file = pathToFileURL(resolve(`ajv/dist/refs/json-schema-2020-12/meta/${part}.json`)).href;
  const { default: schema } = (await import(file, { with: { type: "json" } })) as { default: JsonObject };
  return child(schema, "properties") as JsonObject;
}

const forms: readonly (readonly [form: string, schema: RegExp])[] = [
  ["schema", /^\{"\$dynamicRef":"#meta"/],
  ["schema[]", /schemaArray"\}$/],
  ["schema{}", /"additionalProperties":\{"\$dynamicRef":"#meta"\}/],
  ["text[]{}", /"additionalProperties":\{"\$ref":"#\/\$defs\/stringArray"\}/],
  ["text[]", /stringArray"\}$/],
  ["count", /nonNegativeInteger/],
  ["number", /^\{"type":"number"/],
  ["boolean", /^\{"type":"boolean"/],
  ["types", /simpleTypes/],
  ["data[]", /^\{"type":"array","items":true/],
  ["data", /^true$/],
  ["object", /^\{"type":"object"/],
  ["text", /./],
];

const kinds: Readonly<Record<string, readonly string[]>> = {
  core: ["identifier", "reference", "location", "annotation"],
  applicator: ["applicator"],
  unevaluated: ["applicator"],
  validation: ["assertion"],
  "meta-data": ["annotation"],
  content: ["annotation"],
  "format-annotation": ["assertion"],
};

t.test("every keyword of JSON Schema 2020-12 has a row that agrees with its meta-schema", async (t) => {
  const seen = new Set<string>();
  for (const [part, allowed] of Object.entries(kinds)) {
    for (const [keyword, schema] of Object.entries(await described(part))) {
      seen.add(keyword);
      const row = Object.hasOwn(vocabulary, keyword) ? vocabulary[keyword as Keyword] : undefined;
      const text = JSON.stringify(schema);
      t.equal(row?.holds, forms.find(([, form]) => form.test(text))?.[0], `${keyword} holds ${text}`);
      t.ok(allowed.includes(row?.kind ?? ""), `${keyword} of ${part} is one of ${allowed.join()}`);
      t.equal(row?.from, undefined, `${keyword} is of 2020-12`);
    }
  }
  const own = keywords.filter((keyword) => vocabulary[keyword].from === undefined);
  t.same(new Set(own), seen, "and no other is said to be of 2020-12");
});

t.test("every keyword that OpenAPI adds has a row that agrees with its meta-schema", async (t) => {
  const folder = dirname(resolve("@hyperjump/json-schema/openapi-3-1"));
  const file = pathToFileURL(join(folder, "meta", "base.js")).href;
  const { default: base } = (await import(file)) as { default: JsonObject };
  const added = child(base, "properties");
  t.ok(isObject(added));
  t.same(keywordsWith({ from: "OpenAPI" }).sort(), Object.keys(added as JsonObject).sort());
});

t.test("a keyword applies to the types for which Ajv applies it", (t) => {
  const ajv = new Ajv2020();
  const typesOf = new Map(
    ajv.RULES.rules.flatMap(({ type, rules }) => rules.map(({ keyword }) => [keyword, type] as const)),
  );
  for (const keyword of decidingKeywords.filter((one) => !["type", "format"].includes(one))) {
    const { types = [undefined], beside } = vocabulary[keyword];
    if (beside !== undefined && !typesOf.has(keyword)) continue;
    t.same(types, [typesOf.get(keyword)], keyword);
  }
  t.end();
});

t.test("a keyword holds schemas to apply exactly if its row states what they apply to", (t) => {
  for (const keyword of keywords) {
    const { kind, holds, applies } = vocabulary[keyword];
    const isApplied = kind === "reference" || (kind === "applicator" && holds.startsWith("schema"));
    t.equal(applies !== undefined, isApplied, keyword);
  }
  t.end();
});

t.test("every keyword that constrains values has a validator function and a comparison", (t) => {
  const functions = new Set(keywordGroups.flatMap(({ keywords: group }) => Object.keys(group)));
  for (const keyword of decidingKeywords) {
    const { beside, diff } = vocabulary[keyword];
    if (keyword !== "type") t.ok(functions.has(keyword), `${keyword} has a function`);
    t.equal(diff === undefined, beside !== undefined, `${keyword} is taken apart, itself or with another`);
    t.ok(beside === undefined || beside in vocabulary, `${keyword} means nothing without a keyword`);
    if (diff === "conjunct") continue;
    t.ok(ruleFor(keyword).keywords.includes(keyword), `${keyword} has a rule that names its changes`);
  }
  t.end();
});
