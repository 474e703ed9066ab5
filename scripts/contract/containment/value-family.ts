// Finds many values that differ from one another without looking for each: a schema of as many values as are asked for, every one of
// which meets a goal.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { accepting, type JsonType, type Literal } from "./formula.ts";
import type { Goals } from "./goals.ts";
import { alone } from "./outcome.ts";
import { madeUp } from "./schema-node.ts";

/** Values that differ, and nothing else that `schema` accepts. */
export interface Family {
  readonly schema: JsonObject;
  /** The value at a position from 0 on, below the count that was asked for. */
  at(index: number): Json;
}

/** Characters that names and ids are made of. */
const alphabets = [
  { characters: "abcdefghijklmnopqrstuvwxyz", pattern: "[a-z]" },
  { characters: "0123456789", pattern: "[0-9]" },
  { characters: "0123456789abcdef", pattern: "[0-9a-f]" },
] as const;

/** Parts of a value are varied down to this depth. */
const deepest = 3;

/**
 * `count` values that meet `literals`, proved to meet them as a whole; undefined where no family is at hand, which says nothing about
 * how many values there are.
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

/** What a sample has to be like, so that there is something in it to vary. */
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

/** Whether nothing of the family misses a literal. */
function isInside(
  goals: Goals,
  { schema }: Family,
  literals: readonly Literal[],
  type: JsonType | undefined,
): boolean {
  const member = accepting(madeUp(schema), 0);
  return literals.every((literal) => {
    if (literal.namesOnly === true) return true;
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

/** Distances between neighbours, of which the first value has to be a multiple. */
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

/** Some characters of an alphabet that a text holds, its last or its first ones, each replaced by any of that alphabet. */
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
