// All small values over the constants of some schemas: the candidates for a counter-example.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { Random } from "./random.ts";
import { isObject, matchesPattern, Unknown } from "./reference-keywords.ts";

const scalarValues: readonly Json[] = [null, true, 0, 1, 0.5, "", "x", "aaaa"];
/** Maximum length of a list of candidates. */
const sizeLimit = 350;

interface Constants {
  readonly names: Set<string>;
  readonly scalars: Map<string, Json>;
  readonly wholes: Json[];
}

/** Candidates of every type, up to two levels deep; deterministic for equal schemas and seed. */
export function bruteValues(schemas: readonly Json[], seed: number): Json[] {
  const found: Constants = { names: new Set(), scalars: new Map(), wholes: [] };
  for (const scalar of scalarValues) addScalar(found, scalar);
  for (const schema of schemas) collect(found, schema);
  const random = new Random(seed);
  const scalars = [...found.scalars.values()];
  const names = [...found.names];
  const flat = objects(names, scalars, random, sizeLimit / 2);
  const lists = listsOf([...scalars, ...random.some(flat, 0, 20)], random, sizeLimit / 5);
  const parts = [...scalars, ...random.some(flat, 40, 80), ...random.some(lists, 10, 20)];
  const deep = objects(names, parts, random, sizeLimit);
  return [
    ...scalars,
    ...found.wholes,
    ...flat,
    ...lists,
    ...deep,
    ...listsOf(random.some(deep, 0, 30), random, 50),
  ];
}

function addScalar({ scalars }: Constants, value: Json): void {
  if (typeof value !== "object" || value === null) scalars.set(`${typeof value} ${String(value)}`, value);
}

function collect(found: Constants, schema: Json): void {
  if (Array.isArray(schema)) for (const one of schema as Json[]) collect(found, one);
  if (!isObject(schema)) return;
  for (const [keyword, said = null] of Object.entries(schema)) {
    if (keyword === "const") addWhole(found, said);
    if (keyword === "enum") for (const one of said as Json[]) addWhole(found, one);
    if (typeof said === "number") addNumber(found, keyword, said);
    if (keyword === "required") for (const name of said as string[]) found.names.add(name);
    if (keyword === "pattern" || keyword === "patternProperties") addWords(found, keyword, said);
    if (isObject(said) && ["properties", "dependentSchemas", "dependentRequired"].includes(keyword)) {
      for (const name of Object.keys(said)) found.names.add(name);
    }
    if (!["const", "enum", "required", "$ref"].includes(keyword)) {
      const isMap = ["properties", "dependentSchemas", "patternProperties"].includes(keyword);
      for (const one of isMap && isObject(said) ? Object.values(said) : [said]) collect(found, one ?? true);
    }
  }
}

function addWhole(found: Constants, value: Json): void {
  addScalar(found, value);
  if (typeof value === "object" && value !== null) found.wholes.push(value);
}

function addNumber(found: Constants, keyword: string, said: number): void {
  if (keyword.endsWith("Length"))
    for (const size of [said - 1, said, said + 1])
      addScalar(found, "a".repeat(Math.min(8, Math.max(0, size))));
  else for (const one of [said - 1, said, said + 1, -said, said * 2, said + 0.5]) addScalar(found, one);
}

/** Strings that match the patterns used in these tests. */
const textKeywords = ["x", "xa", "xy", "ab", "b", "a", "1", "X", "q"];

function addWords(found: Constants, keyword: string, said: Json): void {
  const sources = keyword === "pattern" ? [said as string] : Object.keys(isObject(said) ? said : {});
  for (const source of sources) {
    for (const word of textKeywords.filter((one) => fits(source, one)).slice(0, 3)) {
      if (keyword === "pattern") addScalar(found, word);
      else found.names.add(word);
    }
  }
}

function fits(source: string, word: string): boolean {
  try {
    return matchesPattern(source, word);
  } catch (error) {
    if (error instanceof Unknown) return false;
    throw error;
  }
}

/** Objects of up to three properties: all with one property, and as many with more as the limit allows. */
function objects(names: readonly string[], values: readonly Json[], random: Random, limit: number): Json[] {
  const made: Json[] = [{}];
  for (const name of names) for (const value of values) made.push(objectOf([[name, value]]));
  while (made.length < limit && names.length > 1) {
    const chosen = random.some(names, 2, 4);
    made.push(objectOf(chosen.map((name) => [name, random.pick(values)])));
  }
  return made.length > limit * 1.5 ? random.some(made, limit, limit) : made;
}

/** `Object.fromEntries` defines properties, so `__proto__` is a name like any other. */
const objectOf = (entries: readonly (readonly [string, Json])[]): JsonObject => Object.fromEntries(entries);

function listsOf(values: readonly Json[], random: Random, limit: number): Json[] {
  const made: Json[] = [[], ...values.map((value) => [value])];
  while (made.length < limit) {
    made.push(Array.from({ length: 2 + random.below(2) }, () => random.pick(values)));
  }
  return made.slice(0, limit);
}
