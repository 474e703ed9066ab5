// Reads the validating keywords of one schema object into a regular shape; malformed keywords and annotations
// are left out.
import type { Json, JsonObject } from "../document/document.ts";
import { ExactNumber, isNumeric, type Numeric } from "../document/exact-number.ts";
import { isObject } from "../document/pointer.ts";
import { type Keyword, keywordsWith } from "../vocabulary.ts";

/** A schema of JSON Schema 2020-12: an object or a boolean. */
export type Schema = boolean | JsonObject;

const limitKeywords = keywordsWith({ kind: "assertion", holds: "number" });
const countKeywords = keywordsWith({ kind: "assertion", holds: "count" });
const schemaKeywords = keywordsWith({ kind: "applicator", holds: "schema" });
const listKeywords = keywordsWith({ kind: "applicator", holds: "schema[]" });
const mapKeywords = keywordsWith({ kind: "applicator", holds: "schema{}" });

type Limits = (typeof limitKeywords)[number];
type Counts = (typeof countKeywords)[number];
type Single = (typeof schemaKeywords)[number];
type Lists = (typeof listKeywords)[number];
type Maps = (typeof mapKeywords)[number];

/** One schema object's keywords; each group holds only those that are present. */
export interface Keywords {
  readonly words: Readonly<Partial<Record<(typeof textKeywords)[number], string>>>;
  readonly numbers: Readonly<Partial<Record<Limits, Numeric> & Record<Counts, number>>>;
  readonly single: Readonly<Partial<Record<Single, Schema>>>;
  readonly lists: Readonly<Partial<Record<Lists, readonly Schema[]>>>;
  readonly maps: Readonly<Partial<Record<Maps, ReadonlyMap<string, Schema>>>>;
  readonly types: readonly string[] | undefined;
  /** The values of `const` and `enum`: one list for each keyword that is present. */
  readonly values: readonly (readonly Json[])[];
  readonly required: readonly string[];
  readonly dependentRequired: ReadonlyMap<string, readonly string[]>;
  readonly uniqueItems: boolean;
}

const textKeywords = [
  "$ref",
  "$dynamicRef",
  "$schema",
  "pattern",
  "format",
] as const satisfies readonly Keyword[];
const known = new WeakMap<JsonObject, Keywords>();

/** True if a JSON value can be a schema. */
export const isSchema = (value: Json | undefined): value is Schema =>
  typeof value === "boolean" || isObject(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Returns the keywords of `schema`; each schema is read once. */
export function keywordsOf(schema: JsonObject): Keywords {
  let keywords = known.get(schema);
  if (!keywords) known.set(schema, (keywords = soleReference(schema) ?? read(schema)));
  return keywords;
}

/** The shared empty group: large documents have hundreds of thousands of schemas. */
const noKeywords = Object.freeze({});
const noWords: readonly string[] = [];
const noLists: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>();

const soleReferences = new Map<string, Keywords>();
/** Maximum number of references whose keywords are kept. */
const referencesKept = 10_000;

/**
 * Returns the keywords of a schema with only a `$ref`, the most common form: they are the same wherever it
 * occurs.
 */
function soleReference(schema: JsonObject): Keywords | undefined {
  const reference = schema["$ref"];
  if (typeof reference !== "string" || Object.keys(schema).length !== 1) return undefined;
  let keywords = soleReferences.get(reference);
  if (!keywords) {
    if (soleReferences.size >= referencesKept) soleReferences.clear();
    soleReferences.set(reference, (keywords = read(schema)));
  }
  return keywords;
}

function read(schema: JsonObject): Keywords {
  return {
    words: pick(textKeywords, (name) => (typeof schema[name] === "string" ? schema[name] : undefined)),
    numbers: numbersOf(schema),
    single: pick(schemaKeywords, (name) => (isSchema(schema[name]) ? schema[name] : undefined)),
    lists: pick(listKeywords, (name) => listAt(schema[name])),
    maps: pick(mapKeywords, (name) => mapAt(schema[name])),
    types: typesAt(schema["type"]),
    values: valuesAt(schema),
    required: wordsAt(schema["required"]),
    dependentRequired: dependentAt(schema["dependentRequired"]),
    uniqueItems: schema["uniqueItems"] === true,
  };
}

function numbersOf(schema: JsonObject): Keywords["numbers"] {
  const limits = pick(limitKeywords, (name) => limitAt(name, schema[name]));
  const counts = pick(countKeywords, (name) => countAt(schema[name]));
  return counts === noKeywords ? limits : { ...limits, ...counts };
}

function pick<Name extends string, Value>(
  names: readonly Name[],
  at: (name: Name) => Value | undefined,
): Partial<Record<Name, Value>> {
  let found: Partial<Record<Name, Value>> = noKeywords;
  for (const name of names) {
    const value = at(name);
    if (value === undefined) continue;
    if (found === noKeywords) found = {};
    found[name] = value;
  }
  return found;
}

function limitAt(name: Limits, value: Json | undefined): Numeric | undefined {
  if (!isNumeric(value) || value === Infinity || value === -Infinity) return undefined;
  return name === "multipleOf" && !isPositive(value) ? undefined : value;
}

function isPositive(value: Numeric): boolean {
  return typeof value === "number" ? value > 0 : !value.text.startsWith("-");
}

/** Reads a count. A count that doubles cannot represent is unreachable for any value. */
function countAt(value: Json | undefined): number | undefined {
  const count = (value as unknown) instanceof ExactNumber ? Number(value) : value;
  return typeof count === "number" && Number.isInteger(count) && count >= 0
    ? Math.min(count, Number.MAX_SAFE_INTEGER)
    : undefined;
}

function listAt(value: Json | undefined): readonly Schema[] | undefined {
  return isList(value) && value.length > 0 && value.every(isSchema) ? value : undefined;
}

function mapAt(value: Json | undefined): ReadonlyMap<string, Schema> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  return new Map(entries.flatMap(([name, schema]) => (isSchema(schema) ? [[name, schema]] : [])));
}

function typesAt(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  return isList(value) ? wordsAt(value) : undefined;
}

function wordsAt(value: Json | undefined): readonly string[] {
  return isList(value) ? [...new Set(value.filter((word) => typeof word === "string"))] : noWords;
}

function valuesAt(schema: JsonObject): readonly (readonly Json[])[] {
  const constant = Object.hasOwn(schema, "const") ? schema["const"] : undefined;
  const values = schema["enum"];
  return [...(constant === undefined ? [] : [[constant]]), ...(isList(values) ? [values] : [])];
}

function dependentAt(value: Json | undefined): ReadonlyMap<string, readonly string[]> {
  if (!isObject(value)) return noLists;
  return new Map(Object.entries(value).map(([name, names]) => [name, wordsAt(names)]));
}
