// Builds many distinct values without searching for each: a schema with as many values as requested, all of
// which satisfy a goal.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { accepting, type JsonType, type Literal } from "./formula.ts";
import type { Goals } from "./goals.ts";
import { alone } from "./outcome.ts";
import { madeUp } from "./schema-node.ts";

/** Distinct values; `schema` accepts exactly these. */
export interface Family {
  readonly schema: JsonObject;
  /** Returns the value at a position, from 0 up to the requested count (exclusive). */
  at(index: number): Json;
}

/** Characters common in names and ids. */
const alphabets = [
  { characters: "abcdefghijklmnopqrstuvwxyz", pattern: "[a-z]" },
  { characters: "0123456789", pattern: "[0-9]" },
  { characters: "0123456789abcdef", pattern: "[0-9a-f]" },
] as const;

/** Depth down to which parts of a value are varied. */
const deepest = 3;

/**
 * Returns `count` values proved, as a set, to satisfy `literals`; undefined if no family is found, which does
 * not limit how many values there are.
 */
export function familyOf(
  goals: Goals,
  literals: readonly Literal[],
  count: number,
  type?: JsonType,
): Family | undefined {
  for (const shape of shapesOf(count, type)) {
    const sample = goals.goal([...literals, accepting(madeUp(shape), 0)], type);
    if (sample.is !== "found") continue;
    for (const family of familiesAround(sample.instance, count, deepest)) {
      goals.spend();
      if (isInside(goals, family, literals, type)) return family;
    }
  }
  return undefined;
}

/** Yields shapes that a sample must have so that part of it can be varied. */
function* shapesOf(count: number, type: JsonType | undefined): Generator<JsonObject> {
  if (type === undefined) yield { type: "integer" };
  for (const length of [20, ...alphabets.map(({ characters }) => digitsFor(count, characters.length)), 1])
    yield { type: "string", minLength: length };
  if (type !== undefined) return;
  yield { type: "object", minProperties: 1 };
  yield { type: "array", minItems: 1 };
}

const digitsFor = (count: number, base: number): number =>
  Math.max(1, Math.ceil(Math.log(count) / Math.log(base)));

/** True if every member of the family satisfies the literals. */
function isInside(
  goals: Goals,
  { schema }: Family,
  literals: readonly Literal[],
  type: JsonType | undefined,
): boolean {
  const member = accepting(madeUp(schema), 0);
  return literals.every((literal) => {
    if (literal.namesOnly !== undefined) return true;
    const missed = goals.goal([member, { ...literal, sign: !literal.sign, group: 0 }], type);
    return missed.is === "none" && missed.low === alone;
  });
}

function* familiesAround(sample: Json, count: number, depth: number): Generator<Family> {
  if (typeof sample === "number") yield* integersFrom(sample, count);
  else if (typeof sample === "string") yield* textsLike(sample, count);
  else if (depth === 0) return;
  else if (isArray(sample)) {
    for (const [at, item] of sample.entries())
      for (const inner of familiesAround(item, count, depth - 1)) yield listsWith(sample, at, inner);
  } else if (isObject(sample)) {
    for (const [name, value = null] of Object.entries(sample))
      for (const inner of familiesAround(value, count, depth - 1)) yield objectsWith(sample, name, inner);
  }
}

/** Distances between neighbours; the first value must be a multiple of its distance. */
const steps = [1, 2, 5, 10, 100];

function* integersFrom(first: number, count: number): Generator<Family> {
  for (const step of steps.filter((step) => first % step === 0)) {
    for (const minimum of [first, first - (count - 1) * step]) {
      const maximum = minimum + (count - 1) * step;
      if (!Number.isSafeInteger(minimum) || !Number.isSafeInteger(maximum)) continue;
      const schema = { type: "integer", minimum, maximum, ...(step > 1 && { multipleOf: step }) };
      yield { schema, at: (index) => minimum + index * step };
    }
  }
}

/**
 * Yields families that replace some characters of an alphabet in a text, its last or its first ones, by any
 * of that alphabet.
 */
function* textsLike(sample: string, count: number): Generator<Family> {
  const points = Array.from(sample);
  for (const { characters, pattern } of alphabets) {
    const digits = digitsFor(count, characters.length);
    const places = points.flatMap((point, at) => (characters.includes(point) ? [at] : []));
    if (places.length < digits) continue;
    yield textsVaried(points, places.slice(-digits), { characters, pattern });
    if (places.length > digits) yield textsVaried(points, places.slice(0, digits), { characters, pattern });
  }
}

function textsVaried(
  points: readonly string[],
  places: readonly number[],
  { characters, pattern }: { readonly characters: string; readonly pattern: string },
): Family {
  const written = points.map((point, at) => (places.includes(at) ? pattern : escaped(point)));
  return {
    schema: { type: "string", pattern: `^${written.join("")}$` },
    at: (index) => {
      const text = [...points];
      let rest = index;
      for (const place of [...places].reverse()) {
        text[place] = characters.charAt(rest % characters.length);
        rest = Math.floor(rest / characters.length);
      }
      return text.join("");
    },
  };
}

const escaped = (point: string): string => (/[\\^$.*+?()[\]{}|/]/u.test(point) ? `\\${point}` : point);

function listsWith(sample: readonly Json[], at: number, inner: Family): Family {
  const { length } = sample;
  const prefixItems = sample.map((item, index) => (index === at ? inner.schema : { const: item }));
  return {
    schema: { type: "array", prefixItems, minItems: length, maxItems: length },
    at: (index) => sample.map((item, place) => (place === at ? inner.at(index) : item)),
  };
}

function objectsWith(sample: JsonObject, name: string, inner: Family): Family {
  const members = Object.entries(sample).map(([other, value = null]): [string, Json] => [
    other,
    other === name ? inner.schema : { const: value },
  ]);
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(members),
      required: Object.keys(sample),
      additionalProperties: false,
    },
    at: (index) =>
      Object.fromEntries(
        Object.entries(sample).map(([other, value = null]): [string, Json] => [
          other,
          other === name ? inner.at(index) : value,
        ]),
      ),
  };
}
