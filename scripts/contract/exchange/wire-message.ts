// Describes what one parameter adds to a message, as a schema: a list of the texts under its name, each split
// by its delimiter into a list.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray } from "../document/pointer.ts";
import { type Reading, type SchemaPart, sideOf } from "../containment/schema-part.ts";
import { search, type Side } from "../containment/search.ts";
import { mediaKind } from "./media-range.ts";
import { delimiterOf } from "./serialise.ts";
import type { WireParameter } from "./wire-parameter.ts";
import { type Bound, type WireSets, wireSets } from "./wire-schema.ts";

/**
 * Returns the schema of the messages in which a parameter has a value: `?p=a,b&p=c` → `[["a", "b"], ["c"]]`;
 * objects that are sent under other names excluded. `reader` is the parameter by whose delimiter the receiver
 * splits the sender's texts.
 */
export function wireMessages(
  parameter: WireParameter,
  sets: WireSets,
  bound: Bound,
  limits: Json,
  reader: WireParameter = parameter,
): Json {
  const spread = isSpread(parameter);
  const bare = bound === "upper" ? bareDelimiter(parameter, reader) : undefined;
  const texts = [...sets.scalars, ...sets.arrays.flatMap(({ items }) => (spread ? [] : [items ?? true]))];
  const parts = [
    ...sets.scalars.map((text) => alone({ allOf: [text, limits] })),
    // A delimiter that is not encoded splits a text that contains it.
    ...(bare !== undefined && texts.some((text) => mayHold(text, bare))
      ? [oneList({ type: "array", minItems: 2 }, limits)]
      : []),
    ...sets.arrays.map((list) => (spread ? spreadList(list, limits) : oneList(list, limits))),
    // Names and values alternate; a receiver that parses this as an object is not considered here.
    ...(sets.objects.length > 0 && !spread && isInOneText(parameter) && bound === "upper"
      ? [oneList({ type: "array", minItems: parameter.explode ? 1 : 2 }, limits)]
      : []),
    ...(bound === "lower" ? asRead(sets, spread) : []),
  ];
  return { anyOf: [...parts, false] };
}

/**
 * Returns true if an object is written as one text: always in paths and headers, elsewhere unless its members
 * have their own names.
 */
function isInOneText({ place, explode, style }: WireParameter): boolean {
  return place === "path" || place === "header" || (!explode && style !== "deepObject");
}

/**
 * Returns the delimiter of a receiver's list if it is not percent-encoded within a text: headers are not
 * encoded, a dot is unreserved, and `allowReserved` keeps commas.
 */
function bareDelimiter(sender: WireParameter, reader: WireParameter): string | undefined {
  const { place, style, explode, media } = reader;
  if (media !== undefined) return undefined;
  if (place === "header") return ",";
  if (place === "query" && sender.allowReserved && !isSpread(reader) && delimiterOf(style) === ",")
    return ",";
  return style === "label" && explode ? "." : undefined;
}

function mayHold(text: Json, delimiter: string): boolean {
  const held: Side = { root: {}, schema: { pattern: `[${delimiter}]` }, view: "none", closed: false };
  return search({ accepts: [{ ...held, schema: text }, held], rejects: [] }).kind !== "none";
}

/** Returns true if the items of a list are sent one by one under the parameter's name. */
export function isSpread({ place, explode, style, media }: WireParameter): boolean {
  return explode && media === undefined && (place === "query" || place === "cookie" || style === "matrix");
}

/** Returns true if a list of lists can represent how each of two parameters splits the texts of a list. */
export function areComparable(a: WireParameter, b: WireParameter): boolean {
  if (a.media !== undefined || b.media !== undefined) {
    if (isJson(a) && isJson(b)) return false;
    return [a, b].every(
      ({ media, place, style }) => media !== undefined || !isOneText(place) || style === "simple",
    );
  }
  return a.place !== "path" || a.style === b.style;
}

const isOneText = (place: WireParameter["place"]): boolean => place === "path" || place === "header";

const isJson = ({ media }: WireParameter): boolean => media !== undefined && mediaKind(media) === "json";

/**
 * Returns the sent messages as a receiver sees them that does not know the delimiter: several items are one
 * text.
 */
export function withForeignDelimiter(
  sender: WireParameter,
  receiver: WireParameter,
  sets: WireSets,
): WireSets {
  if (isSpread(sender) || isSpread(receiver) || parting(sender) === parting(receiver)) return sets;
  const single = sets.arrays.filter(({ maxItems }) => maxItems === 1);
  const several = single.length < sets.arrays.length || sets.objects.length > 0;
  return {
    scalars: [...sets.scalars, ...(several ? [{ type: "string" }] : [])],
    arrays: single,
    objects: [],
  };
}

/** A text is also a list with one item, where a list may have one item. */
function lone({ items = true, const: value, minItems = 0, maxItems = 1 }: JsonObject): Json[] {
  return value === undefined && Number(minItems) <= 1 && Number(maxItems) >= 1 ? [items] : [];
}

function parting({ style, explode }: WireParameter): string {
  return style === "label" && explode ? "." : delimiterOf(style);
}

/** Returns the texts of a parameter's values; with a media type, everything that the media type can write. */
export function parameterSets(reading: Reading, parameter: WireParameter, bound: Bound): WireSets {
  if (isJson(parameter)) return jsonSets(reading, parameter.schema, bound);
  const sets = wireSets(reading, parameter.schema, bound);
  if (parameter.media === undefined) return sets;
  const { scalars, arrays, objects } = sets;
  const more =
    bound === "lower" ? arrays.flatMap(lone) : [...arrays, ...objects].map(() => ({ type: "string" }));
  return { scalars: [...scalars, ...more], arrays: [], objects: [] };
}

/** JSON writes numbers and booleans like every style, and all other values in a way of its own. */
function jsonSets(reading: Reading, { schema, ...part }: SchemaPart, bound: Bound): WireSets {
  const ofTypes = (type: readonly string[]): SchemaPart => ({
    ...part,
    schema: { allOf: [schema, { type }] },
  });
  const { scalars } = wireSets(reading, ofTypes(["number", "boolean"]), bound);
  const others = sideOf(reading, [ofTypes(["string", "null", "array", "object"])]);
  const marked = bound === "upper" && search({ accepts: [others], rejects: [] }).kind !== "none";
  return {
    scalars: [...scalars, ...(marked ? [{ type: "string", pattern: '^["n\\[{]' }] : [])],
    arrays: [],
    objects: [],
  };
}

function alone(text: Json): JsonObject {
  return list(1, 1, list(1, 1, text));
}

function list(minItems: number, maxItems: number | undefined, items: Json): JsonObject {
  return { type: "array", minItems, ...(maxItems === undefined ? {} : { maxItems }), items };
}

function spreadList(schema: JsonObject, limits: Json): JsonObject {
  const { items = true, const: value, ...counts } = schema;
  if (isArray(value)) return { const: value.map((text) => [text]) };
  return {
    ...atLeastOne(counts),
    type: "array",
    items: list(1, 1, { allOf: [items, { type: "string" }, limits] }),
  };
}

function oneList(schema: JsonObject, limits: Json): JsonObject {
  const { items = true, const: value, ...counts } = schema;
  if (isArray(value)) return { const: [value] };
  return list(1, 1, {
    ...atLeastOne(counts),
    type: "array",
    items: { allOf: [items, { type: "string" }, limits] },
  });
}

function atLeastOne(counts: JsonObject): JsonObject {
  const { minItems } = counts;
  return { ...counts, minItems: typeof minItems === "number" ? Math.max(1, minItems) : 1 };
}

/** A receiver that accepts any text also accepts texts with delimiters. */
function asRead({ scalars, arrays }: WireSets, spread: boolean): Json[] {
  const joined = list(1, undefined, { type: "string" });
  const lists = arrays.filter(({ items, maxItems }) => maxItems === undefined && isAnyText(items ?? true));
  return [
    ...(scalars.some(isAnyText) ? [list(1, 1, joined)] : []),
    ...(spread ? lists.map((schema) => ({ ...atLeastOne(schema), items: joined })) : []),
  ];
}

function isAnyText(schema: Json): boolean {
  if (schema === true) return true;
  if (typeof schema !== "object" || schema === null || isArray(schema)) return false;
  const { anyOf, type } = schema;
  if (isArray(anyOf)) return anyOf.some(isAnyText);
  return type === "string" && Object.keys(schema).length === 1;
}
