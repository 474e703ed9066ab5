// Returns the minimal objects for a schema with alternatives, ordered by how well they fit the given value.
import { own } from "../wire-value.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";

interface Alternative {
  readonly schema: unknown;
  readonly least: () => unknown;
}

/**
 * Returns one value for each alternative (`oneOf`, `anyOf`), at least one; the alternative that fits `given`
 * best comes first.
 */
export function leastValues(
  schemas: Schemas,
  schema: unknown,
  given: unknown,
): readonly [Record<string, unknown>, ...Record<string, unknown>[]] {
  const { common, alternatives } = isRecord(schema)
    ? schemas.about(schema, alternativesOf)
    : { common: schema, alternatives: [] };
  const least = recordOf(schemas.minimal(common));
  if (alternatives.length === 0) return [least];
  const values = recordOf(given);
  const fits = alternatives.map((alternative) => ({
    alternative,
    fit: fitOf(schemas, alternative.schema, values),
  }));
  fits.sort((one, other) => other.fit - one.fit);
  const [first = least, ...others] = fits.map(({ alternative }) => ({
    ...least,
    ...recordOf(alternative.least()),
  }));
  return [first, ...others];
}

/**
 * Returns what all alternatives share, and the alternatives: those of the schema itself, or of a part of its
 * `allOf`.
 */
function alternativesOf(
  schemas: Schemas,
  schema: object,
): { readonly common: unknown; readonly alternatives: readonly Alternative[] } {
  const node = schemas.follow(schema);
  const { oneOf, anyOf, allOf, ...rest } = node;
  const parts: unknown[] = Array.isArray(allOf) ? allOf : [];
  const choices: unknown =
    oneOf ?? anyOf ?? parts.map((part) => choicesIn(schemas, part)).find(Array.isArray);
  if (!Array.isArray(choices) || choices.length > mostTried) return { common: schema, alternatives: [] };
  const common = { ...rest, allOf: parts.filter((part) => choicesIn(schemas, part) === undefined) };
  const alternatives = choices.map((choice: unknown) => ({
    schema: choice,
    least: () => schemas.minimal(choice),
  }));
  return { common, alternatives };
}

/** Maximum number of alternatives that are ranked; if there are more, the first is taken. */
const mostTried = 100;

function choicesIn(schemas: Schemas, part: unknown): unknown {
  const { oneOf, anyOf } = schemas.follow(part);
  return oneOf ?? anyOf;
}

/**
 * Returns how well a value fits an alternative: matching names count for it, missing required properties and
 * different values against it.
 */
function fitOf(schemas: Schemas, schema: unknown, given: Readonly<Record<string, unknown>>): number {
  const properties = schemas.properties(schema);
  const known = Object.keys(given).filter((name) => Object.hasOwn(properties, name));
  const other = known.filter((name) => {
    const { const: only, enum: values } = schemas.follow(own(properties, name));
    return (
      (only !== undefined && only !== given[name]) || (Array.isArray(values) && !values.includes(given[name]))
    );
  });
  const missing = schemas.required(schema).filter((name) => !Object.hasOwn(given, name));
  return known.length - missing.length / 2 - other.length * 1000;
}
