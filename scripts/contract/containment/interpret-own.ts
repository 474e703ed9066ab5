// Interprets the keywords that look at the value itself: types, limits, counts, required names.
import type { Json } from "../document/document.ts";
import { ExactNumber, isNumeric, type Numeric } from "../document/exact-number.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { duplicates } from "../runtime/duplicates.ts";
import { hasFormat, isKnownFormat, numberFormat, stringFormat } from "./formats.ts";
import type { Interpretation } from "./interpret.ts";
import type { Keywords } from "./keywords.ts";
import { hasNumberFormat, isMultipleOf, order } from "./numeric.ts";
import { matches, patternOf } from "./pattern.ts";
import { isMultiple, ratio, rationalOf } from "./rational.ts";
import type { SchemaNode } from "./schema-node.ts";
import { canonical } from "./structural-key.ts";

/** Returns whether a value is of a type; `integer` is every number without a fraction. */
export function isOfType(type: string, value: Json): boolean {
  if (isNumeric(value)) return type === "number" || (type === "integer" && isInteger(value));
  if (type === "null") return value === null;
  if (type === "array") return isArray(value);
  return type === "object" ? isObject(value) : typeof value === type;
}

const isInteger = (value: Numeric): boolean =>
  typeof value === "number" ? Number.isInteger(value) : isMultiple(rationalOf(value), ratio(1n));

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
  if (isNumeric(value)) return ofNumber(keywords, value);
  if (typeof value === "string") return ofString(keywords, value);
  const { numbers } = keywords;
  if (isArray(value)) {
    if (!isWithin(value.length, numbers.minItems, numbers.maxItems)) return false;
    return !keywords.uniqueItems || !hasDuplicates(value);
  }
  if (!isObject(value)) return true;
  if (!isWithin(Object.keys(value).length, numbers.minProperties, numbers.maxProperties)) return false;
  const isThere = (name: string): boolean => hidden.has(name) || Object.hasOwn(value, name);
  if (!keywords.required.every(isThere)) return false;
  for (const [name, others] of keywords.dependentRequired)
    if (Object.hasOwn(value, name) && !others.every(isThere)) return false;
  return true;
}

function hasDuplicates(list: readonly Json[]): boolean {
  if (!list.some((item) => (item as unknown) instanceof ExactNumber)) return duplicates(list) !== undefined;
  return new Set(list.map(canonical)).size < list.length;
}

function ofNumber({ numbers, words }: Keywords, value: Numeric): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = numbers;
  if (minimum !== undefined && !(order(value, minimum) >= 0)) return false;
  if (maximum !== undefined && !(order(value, maximum) <= 0)) return false;
  if (exclusiveMinimum !== undefined && !(order(value, exclusiveMinimum) > 0)) return false;
  if (exclusiveMaximum !== undefined && !(order(value, exclusiveMaximum) < 0)) return false;
  if (multipleOf !== undefined && !isMultipleOf(value, multipleOf)) return false;
  const { format } = words;
  return format === undefined || numberFormat(format) === undefined || hasNumberFormat(format, value);
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
