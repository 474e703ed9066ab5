// JSON Schema 2020-12 read word by word, slowly and without any library: the opinion that witnesses are held against.
import type { Json, JsonObject } from "../../../scripts/document/document.ts";

/** Thrown for what this validator cannot tell: a pattern that is no ECMA-262, a reference without end. */
export class Unknown extends Error {
  override readonly name = "Unknown";
}

interface Seen {
  readonly valid: boolean;
  /** Names and positions that were evaluated, when valid. */
  readonly names: ReadonlySet<string>;
  readonly items: ReadonlySet<number>;
}

const FAILED: Seen = { valid: false, names: new Set(), items: new Set() };
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
export const same = (a: Json, b: Json): boolean => text(a) === text(b);

function text(value: Json): string {
  if (isList(value)) return `[${value.map(text).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${text(value[name] ?? null)}`).join()}}`;
}

export function isValid(root: JsonObject, schema: Json, value: Json): boolean {
  return see(root, schema, value, 0).valid;
}

export function resolve(root: JsonObject, reference: string): Json {
  const steps = reference.slice(2).split("/");
  let at: Json = root;
  for (const step of steps) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    at = isObject(at) && Object.hasOwn(at, name) ? (at[name] ?? true) : true;
  }
  return at;
}

export function matchesPattern(source: string, value: string): boolean {
  try {
    return new RegExp(source, "u").test(value);
  } catch {
    throw new Unknown(source);
  }
}

function see(root: JsonObject, schema: Json, value: Json, depth: number): Seen {
  if (depth > 60) throw new Unknown("depth");
  if (schema === false) return FAILED;
  const names = new Set<string>();
  const items = new Set<number>();
  if (!isObject(schema)) return { valid: true, names, items };
  const says = (keyword: string): Json | undefined =>
    Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
  const asks = (inner: Json, part: Json = value): Seen => see(root, inner, part, depth + 1);
  const takes = (seen: Seen): boolean => {
    if (!seen.valid) return false;
    for (const name of seen.names) names.add(name);
    for (const item of seen.items) items.add(item);
    return true;
  };
  const lists = (keyword: string): readonly Json[] | undefined => {
    const list = says(keyword);
    return isList(list) ? list : undefined;
  };
  const failed: false[] = [];
  const demand = (holds: boolean): void => {
    if (!holds) failed.push(false);
  };
  const reference = says("$ref");
  if (typeof reference === "string") demand(takes(asks(resolve(root, reference))));
  for (const part of lists("allOf") ?? []) demand(takes(asks(part)));
  const anyOf = lists("anyOf")?.map((part) => asks(part));
  if (anyOf) demand(anyOf.filter(takes).length > 0);
  const oneOf = lists("oneOf")?.map((part) => asks(part));
  if (oneOf) demand(oneOf.filter(takes).length === 1);
  const not = says("not");
  if (not !== undefined) demand(!asks(not).valid);
  const condition = says("if");
  if (condition !== undefined) {
    const branch = says(takes(asks(condition)) ? "then" : "else");
    if (branch !== undefined) demand(takes(asks(branch)));
  }
  demand(scalarHolds(says, value));
  if (isObject(value)) {
    demand(seeObject({ says, asks, takes, names }, value));
  }
  if (isList(value)) demand(seeList({ says, asks, items }, value));
  return failed.length === 0 ? { valid: true, names, items } : FAILED;
}

type Says = (keyword: string) => Json | undefined;
type Asks = (inner: Json, part?: Json) => Seen;

function scalarHolds(says: Says, value: Json): boolean {
  const number = (keyword: string): number | undefined => {
    const said = says(keyword);
    return typeof said === "number" ? said : undefined;
  };
  const within = (size: number, least: string, most: string): boolean =>
    size >= (number(least) ?? 0) && size <= (number(most) ?? Infinity);
  const type = says("type");
  if (type !== undefined && ![type].flat().some((one) => hasType(one, value))) return false;
  const values = says("enum");
  if (isList(values) && !values.some((one) => same(one, value))) return false;
  const constant = says("const");
  if (constant !== undefined && !same(constant, value)) return false;
  if (typeof value === "string") {
    const pattern = says("pattern");
    if (typeof pattern === "string" && !matchesPattern(pattern, value)) return false;
    return within(Array.from(value).length, "minLength", "maxLength");
  }
  if (typeof value === "number") {
    const step = number("multipleOf");
    if (step !== undefined && value % step !== 0) return false;
    return (
      value >= (number("minimum") ?? -Infinity) &&
      value <= (number("maximum") ?? Infinity) &&
      value > (number("exclusiveMinimum") ?? -Infinity) &&
      value < (number("exclusiveMaximum") ?? Infinity)
    );
  }
  if (isList(value)) return within(value.length, "minItems", "maxItems");
  return !isObject(value) || within(Object.keys(value).length, "minProperties", "maxProperties");
}

function hasType(type: Json, value: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return isList(value);
  return type === "object" ? isObject(value) : typeof value === type;
}

function seeObject(
  {
    says,
    asks,
    takes,
    names,
  }: { says: Says; asks: Asks; takes: (seen: Seen) => boolean; names: Set<string> },
  value: JsonObject,
): boolean {
  const map = (keyword: string): readonly [string, Json][] => {
    const said = says(keyword);
    return isObject(said) ? Object.entries(said).map(([name, inner]) => [name, inner ?? true]) : [];
  };
  const has = (name: Json): boolean => typeof name === "string" && Object.hasOwn(value, name);
  let valid = true;
  for (const [name, schema] of map("dependentSchemas")) if (has(name)) valid = takes(asks(schema)) && valid;
  for (const [name, needed] of map("dependentRequired")) {
    if (has(name) && isList(needed)) valid &&= needed.every(has);
  }
  const required = says("required");
  if (isList(required)) valid &&= required.every(has);
  const own = new Set<string>();
  for (const [name, part = null] of Object.entries(value)) {
    const nameSchema = says("propertyNames");
    if (nameSchema !== undefined) valid &&= asks(nameSchema, name).valid;
    const spoken = [
      ...map("properties").filter(([one]) => one === name),
      ...map("patternProperties").filter(([source]) => matchesPattern(source, name)),
    ].map(([, schema]) => schema);
    const rest = says("additionalProperties");
    if (spoken.length === 0 && rest !== undefined) spoken.push(rest);
    if (spoken.length > 0) own.add(name);
    valid &&= spoken.every((schema) => asks(schema, part).valid);
  }
  for (const name of own) names.add(name);
  const unevaluated = says("unevaluatedProperties");
  if (unevaluated === undefined) return valid;
  for (const [name, part = null] of Object.entries(value)) {
    if (names.has(name)) continue;
    valid &&= asks(unevaluated, part).valid;
    names.add(name);
  }
  return valid;
}

function seeList(
  { says, asks, items }: { says: Says; asks: Asks; items: Set<number> },
  value: readonly Json[],
): boolean {
  let valid = true;
  const prefix = says("prefixItems");
  const first = isList(prefix) ? prefix : [];
  const rest = says("items");
  for (const [at, part] of value.entries()) {
    const schema = first[at] ?? rest;
    if (schema === undefined) continue;
    items.add(at);
    valid &&= asks(schema, part).valid;
  }
  const contains = says("contains");
  if (contains !== undefined) {
    const found = [...value.keys()].filter((at) => asks(contains, value[at]).valid);
    for (const at of found) items.add(at);
    const [least, most] = [says("minContains") ?? 1, says("maxContains") ?? Infinity];
    valid &&= found.length >= Number(least) && found.length <= Number(most);
  }
  if (says("uniqueItems") === true) valid &&= new Set(value.map(text)).size === value.length;
  const unevaluated = says("unevaluatedItems");
  if (unevaluated === undefined) return valid;
  for (const [at, part] of value.entries()) {
    if (items.has(at)) continue;
    valid &&= asks(unevaluated, part).valid;
    items.add(at);
  }
  return valid;
}
