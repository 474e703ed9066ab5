// Interprets the keywords that look at the value itself: types, limits, counts, required names.
import type { Json } from "../document/document.ts";
import { ExactNumber } from "../document/exact-number.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { duplicates } from "../runtime/duplicates.ts";
import { hasFormat, isKnownFormat, numberFormat, stringFormat } from "./formats.ts";
import type { Interpretation } from "./interpret.ts";
import type { Keywords } from "./keywords.ts";
import { matches, patternOf } from "./pattern.ts";
import type { SchemaNode } from "./schema-node.ts";
import { canonical } from "./structural-key.ts";

/** Returns whether a value is of a type; `integer` is every number without a fraction. */
export function isOfType(type: string, value: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return isArray(value);
  return type === "object" ? isObject(value) : typeof value === type;
}

const allowed = new WeakMap<readonly Json[], ReadonlySet<string>>();

/** Returns whether a list contains a value; the index of the list is computed once. */
export function among(list: readonly Json[], value: Json): boolean {
  if (list.length === 1) return canonical(list[0]) === canonical(value);
  let texts = allowed.get(list);
  if (!texts) allowed.set(list, (texts = new Set(list.map(canonical))));
  return texts.has(canonical(value));
}

/** Interprets the keywords about the value itself. */
export function interpretOwn(keywords: Keywords, value: Json, { hidden }: SchemaNode): Interpretation {
  if (typeof value === "number") return ofNumber(keywords, value);
  if (typeof value === "string") return ofString(keywords, value);
  const { numbers } = keywords;
  if (isArray(value)) {
    if (!isWithin(value.length, numbers.minItems, numbers.maxItems)) return false;
    // Numbers that no double represents are distinguished elsewhere.
    if (keywords.uniqueItems && value.some((item) => (item as unknown) instanceof ExactNumber))
      return undefined;
    return !keywords.uniqueItems || duplicates(value) === undefined;
  }
  if (!isObject(value)) return true;
  if (!isWithin(Object.keys(value).length, numbers.minProperties, numbers.maxProperties)) return false;
  const isThere = (name: string): boolean => hidden.has(name) || Object.hasOwn(value, name);
  if (!keywords.required.every(isThere)) return false;
  for (const [name, others] of keywords.dependentRequired)
    if (Object.hasOwn(value, name) && !others.every(isThere)) return false;
  return true;
}

function ofNumber({ numbers, words }: Keywords, value: number): Interpretation {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = numbers;
  const limits = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf];
  if (limits.some((limit) => limit instanceof ExactNumber)) return undefined;
  if (minimum !== undefined && !(value >= Number(minimum))) return false;
  if (maximum !== undefined && !(value <= Number(maximum))) return false;
  if (exclusiveMinimum !== undefined && !(value > Number(exclusiveMinimum))) return false;
  if (exclusiveMaximum !== undefined && !(value < Number(exclusiveMaximum))) return false;
  if (multipleOf !== undefined) {
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(multipleOf)) return undefined;
    if (value % Number(multipleOf) !== 0) return false;
  }
  if (words.format === undefined || numberFormat(words.format) === undefined) return true;
  const isSmall = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  return isSmall ? true : undefined;
}

function ofString({ numbers, words }: Keywords, value: string): Interpretation {
  const { minLength, maxLength } = numbers;
  if (minLength !== undefined || maxLength !== undefined) {
    if (!isWithin(Array.from(value).length, minLength, maxLength)) return false;
  }
  const { format, pattern } = words;
  if (isKnownFormat(format) && numberFormat(format) === undefined) {
    // Formats that a caller provided are unknown here.
    if (stringFormat(format) === undefined) return undefined;
    if (!hasFormat(format, value)) return false;
  }
  return pattern === undefined || matches(patternOf(pattern), value);
}

function isWithin(count: number, min = 0, max = Infinity): boolean {
  return count >= min && count <= max;
}
