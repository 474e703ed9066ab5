// The keywords of JSON Schema 2020-12, implemented literally: the parts of the reference validator.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { ExactNumber } from "../../../scripts/contract/document/exact-number.ts";

/**
 * Thrown for what this validator cannot decide: a pattern that is not valid ECMA-262, or an endless
 * reference.
 */
export class Unknown extends Error {
  override readonly name = "Unknown";
}

/** Evaluated properties and items; written by checks that succeed, discarded with those that fail. */
export interface Seen {
  readonly names: Set<string>;
  readonly items: Set<number>;
}

/** Checks a value; `seen` is omitted if no caller needs the evaluated parts. */
export type Check = (value: Json, seen: Seen | undefined, depth: number) => boolean;
/** Returns the check of a subschema. */
export type Inner = (schema: Json) => Check;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isExact(value);
const isExact = (value: unknown): value is ExactNumber => value instanceof ExactNumber;
const isNumber = (value: unknown): value is number | ExactNumber =>
  typeof value === "number" || isExact(value);
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
export const same = (a: Json, b: Json): boolean => a === b || text(a) === text(b);

function text(value: Json): string {
  if (isList(value)) return `[${value.map(text).join()}]`;
  if (isExact(value)) return value.text;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${text(value[name] ?? null)}`).join()}}`;
}

const expressions = new Map<string, RegExp | undefined>();

export function matchesPattern(source: string, value: string): boolean {
  if (!expressions.has(source)) expressions.set(source, expressionOf(source));
  const expression = expressions.get(source);
  if (expression === undefined) throw new Unknown(source);
  return expression.test(value);
}

function expressionOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source, "u");
  } catch {
    return undefined;
  }
}

export const newSeen = (): Seen => ({ names: new Set(), items: new Set() });

function add(seen: Seen | undefined, more: Seen | undefined): void {
  if (seen === undefined || more === undefined) return;
  for (const name of more.names) seen.names.add(name);
  for (const item of more.items) seen.items.add(item);
}

/** Applies a check to the same value; its evaluated parts count only if it succeeds. */
export function holds(check: Check, value: Json, seen: Seen | undefined, depth: number): boolean {
  const own = seen && newSeen();
  const valid = check(value, own, depth + 1);
  if (valid) add(seen, own);
  return valid;
}

export type Says = (keyword: string) => Json | undefined;

export function scalarChecks(says: Says): Check[] {
  const checks: Check[] = [];
  const [type, values, constant, pattern] = ["type", "enum", "const", "pattern"].map(says);
  if (type !== undefined) {
    const types = [type].flat() as readonly Json[];
    checks.push((value) => types.some((one) => hasType(one, value)));
  }
  if (isList(values)) checks.push((value) => values.some((one) => same(one, value)));
  if (constant !== undefined) checks.push((value) => same(constant, value));
  if (typeof pattern === "string")
    checks.push((value) => typeof value !== "string" || matchesPattern(pattern, value));
  const limit = (keyword: string, fits: (value: Json, limit: number) => boolean): void => {
    const said = says(keyword);
    if (typeof said === "number") checks.push((value) => fits(value, said));
  };
  limit("minLength", (value, least) => typeof value !== "string" || Array.from(value).length >= least);
  limit("maxLength", (value, most) => typeof value !== "string" || Array.from(value).length <= most);
  limit("minimum", (value, least) => !isNumber(value) || compare(value, least) >= 0);
  limit("maximum", (value, most) => !isNumber(value) || compare(value, most) <= 0);
  limit("exclusiveMinimum", (value, least) => !isNumber(value) || compare(value, least) > 0);
  limit("exclusiveMaximum", (value, most) => !isNumber(value) || compare(value, most) < 0);
  limit("multipleOf", (value, step) => !isNumber(value) || isMultiple(value, step));
  limit("minItems", (value, least) => !isList(value) || value.length >= least);
  limit("maxItems", (value, most) => !isList(value) || value.length <= most);
  limit("minProperties", (value, least) => !isObject(value) || Object.keys(value).length >= least);
  limit("maxProperties", (value, most) => !isObject(value) || Object.keys(value).length <= most);
  return checks;
}

/** Both numbers scaled by one power of ten, so that they are integers. */
function whole(a: number | ExactNumber, b: number | ExactNumber): [bigint, bigint] {
  const parts = [a, b].map((one) => {
    const [, sign = "", digits = "0", fraction = "", exponent = "0"] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/.exec(String(one)) ?? [];
    return { digits: BigInt(sign + digits + fraction), scale: Number(exponent) - fraction.length };
  });
  const least = Math.min(...parts.map(({ scale }) => scale));
  const [one, other] = parts.map(({ digits, scale }) => digits * 10n ** BigInt(scale - least));
  return [one!, other!];
}

function compare(a: number | ExactNumber, b: number | ExactNumber): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = whole(a, b);
  return one < other ? -1 : Number(one > other);
}

function isMultiple(value: number | ExactNumber, step: number | ExactNumber): boolean {
  if (step === 1 && typeof value === "number") return Number.isInteger(value);
  const [one, other] = whole(value, step);
  return one % other === 0n;
}

function hasType(type: Json, value: Json): boolean {
  if (type === "integer") return isNumber(value) && isMultiple(value, 1);
  if (type === "number") return isNumber(value);
  if (type === "null") return value === null;
  if (type === "array") return isList(value);
  return type === "object" ? isObject(value) : typeof value === type;
}

export function objectChecks(says: Says, inner: Inner): Check[] {
  const checks: Check[] = [];
  const onObjects = (check: (value: JsonObject, seen: Seen | undefined, depth: number) => boolean): void => {
    checks.push((value, seen, depth) => !isObject(value) || check(value, seen, depth));
  };
  const map = (keyword: string): readonly [string, Json][] => {
    const said = says(keyword);
    return isObject(said) ? Object.entries(said).map(([name, one]) => [name, one ?? true]) : [];
  };
  const all = (names: Json | undefined, value: JsonObject): boolean =>
    !isList(names) || names.every((name) => typeof name === "string" && Object.hasOwn(value, name));
  const required = says("required");
  if (required !== undefined) onObjects((value) => all(required, value));
  for (const [name, needed] of map("dependentRequired"))
    onObjects((value) => !Object.hasOwn(value, name) || all(needed, value));
  for (const [name, schema] of map("dependentSchemas")) {
    const check = inner(schema);
    onObjects((value, seen, depth) => !Object.hasOwn(value, name) || holds(check, value, seen, depth));
  }
  const names = says("propertyNames");
  if (names !== undefined) {
    const check = inner(names);
    onObjects((value, _, depth) => Object.keys(value).every((name) => check(name, undefined, depth + 1)));
  }
  const own = new Map(map("properties").map(([name, schema]) => [name, inner(schema)]));
  const patterns = map("patternProperties").map(([source, schema]) => [source, inner(schema)] as const);
  const others = says("additionalProperties");
  const rest = others === undefined ? [] : [inner(others)];
  if (own.size + patterns.length + rest.length === 0) return checks;
  onObjects((value, seen, depth) =>
    Object.entries(value).every(([name, part = null]) => {
      const named = own.get(name);
      const spoken = patterns.filter(([source]) => matchesPattern(source, name)).map(([, check]) => check);
      if (named !== undefined) spoken.push(named);
      if (spoken.length === 0) spoken.push(...rest);
      if (spoken.length > 0) seen?.names.add(name);
      return spoken.every((check) => check(part, undefined, depth + 1));
    }),
  );
  return checks;
}

export function listChecks(says: Says, inner: Inner): Check[] {
  const checks: Check[] = [];
  const onLists = (
    check: (value: readonly Json[], seen: Seen | undefined, depth: number) => boolean,
  ): void => {
    checks.push((value, seen, depth) => !isList(value) || check(value, seen, depth));
  };
  const prefix = says("prefixItems");
  const first = isList(prefix) ? prefix.map(inner) : [];
  const items = says("items");
  const rest = items === undefined ? undefined : inner(items);
  onLists((value, seen, depth) =>
    value.every((part, at) => {
      const check = first[at] ?? rest;
      if (check === undefined) return true;
      seen?.items.add(at);
      return check(part, undefined, depth + 1);
    }),
  );
  const contains = says("contains");
  if (contains !== undefined) {
    const check = inner(contains);
    const [least, most] = [Number(says("minContains") ?? 1), Number(says("maxContains") ?? Infinity)];
    onLists((value, seen, depth) => {
      const found = [...value.keys()].filter((at) => check(value[at] ?? null, undefined, depth + 1));
      for (const at of found) seen?.items.add(at);
      return found.length >= least && found.length <= most;
    });
  }
  if (says("uniqueItems") === true) onLists((value) => new Set(value.map(text)).size === value.length);
  return checks;
}

/**
 * Checks of `unevaluatedProperties` and `unevaluatedItems`: `seen` is always defined, since the schema that
 * has these keywords creates it.
 */
export function restChecks(says: Says, inner: Inner): Check[] {
  const [names, items] = [says("unevaluatedProperties"), says("unevaluatedItems")];
  const checks: Check[] = [];
  if (names !== undefined) {
    const check = inner(names);
    checks.push((value, seen, depth) => {
      const left = isObject(value) ? Object.entries(value).filter(([name]) => !seen!.names.has(name)) : [];
      for (const [name] of left) seen!.names.add(name);
      return left.every(([, part = null]) => check(part, undefined, depth + 1));
    });
  }
  if (items !== undefined) {
    const check = inner(items);
    checks.push((value, seen, depth) => {
      const left = isList(value) ? [...value.keys()].filter((at) => !seen!.items.has(at)) : [];
      for (const at of left) seen!.items.add(at);
      return left.every((at) => check((value as readonly Json[])[at] ?? null, undefined, depth + 1));
    });
  }
  return checks;
}
