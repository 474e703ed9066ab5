// Finds the keywords of a schema that an older dialect defines differently from JSON Schema 2020-12.
import type { Json, JsonObject } from "../document/document.ts";
import { keywordsOf, type Schema } from "./keywords.ts";
import { childrenOf } from "./structural-key.ts";

const current = /^https?:\/\/(json-schema\.org\/draft\/2020-12\/schema|spec\.openapis\.org\/oas\/)/;

/** Annotations: beside a `$ref` of draft-07, which disables all its siblings, these make no difference. */
const idle = /^(\$comment|\$schema|\$ref|title|description|examples?|default|deprecated|externalDocs|x-.*)$/;

const since2020 = ["prefixItems", "$dynamicRef", "$dynamicAnchor"];
const since2019 = [
  ...since2020,
  ...["dependentRequired", "dependentSchemas", "minContains", "maxContains", "unevaluatedProperties"],
];
/** In 2019-09, `contains` leaves items unevaluated. */
const until2020 = ["additionalItems", "$recursiveRef", "$recursiveAnchor", "unevaluatedItems"];

/** Dialects → the keywords whose meaning differs from 2020-12; all their other keywords mean the same. */
const otherwise: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/^https?:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/, new Set([...since2020, ...until2020])],
  [
    /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/,
    new Set([...since2019, ...until2020, "dependencies"]),
  ],
  [
    /^https?:\/\/json-schema\.org\/draft-06\/schema#?$/,
    new Set([...since2019, ...until2020, "dependencies", "if", "then", "else"]),
  ],
];

/** Returns the dialect that a document declares for its schemas; undefined if it is 2020-12. */
export function foreignDialect(declared: Json | undefined): string | undefined {
  return typeof declared === "string" && !current.test(declared) ? declared : undefined;
}

/**
 * Returns why a schema cannot be read as 2020-12; undefined if it means the same there.
 *
 * @param around the dialect of the document, from `foreignDialect`
 */
export function foreignWord(schema: JsonObject, around: string | undefined): string | undefined {
  const own = schema["$schema"];
  const dialect = typeof own === "string" ? foreignDialect(own) : around;
  if (dialect === undefined) return undefined;
  const words = otherwise.find(([name]) => name.test(dialect))?.[1];
  if (words === undefined) return `the schema follows another dialect than 2020-12: ${dialect}`;
  // A dialect of the whole document is checked for each of its schemas.
  const word = typeof own === "string" ? wordWithin(schema, words) : wordOf(schema, words);
  return word === undefined ? undefined : `the schema follows ${dialect}, where ${word} differs from 2020-12`;
}

function wordWithin(schema: Schema, words: ReadonlySet<string>): string | undefined {
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "boolean") continue;
    const word = wordOf(next, words);
    if (word !== undefined) return word;
    for (const child of childrenOf(keywordsOf(next)))
      if (typeof child === "object" && typeof child["$schema"] !== "string") open.push(child);
  }
  return undefined;
}

function wordOf(schema: JsonObject, words: ReadonlySet<string>): string | undefined {
  const keys = Object.keys(schema);
  const word = keys.find((key) => words.has(key));
  if (word !== undefined || !words.has("dependencies") || !Object.hasOwn(schema, "$ref")) return word;
  return keys.some((key) => !idle.test(key)) ? "keywords next to a $ref" : undefined;
}
