// `patternProperties` and `additionalProperties`: schemas for properties without a schema by name.
import { type Code, emit, joinCode } from "../../code.ts";
import { expression, printLiteral, printString } from "../../literal.ts";
import { forKeys } from "../code/loops.ts";
import { withSegment } from "../code/path-code.ts";
import { testOf } from "../code/pattern-test.ts";
import type { SchemaCode } from "../code/schema-code.ts";
import type { UnitSchema } from "../schema-units.ts";
import { acceptsAll, isSchema, isSchemaMap, keyword } from "./keyword.ts";

/** Up to this number of names, comparing them one by one is faster than a lookup. */
const compared = 8;

export const patternProperties = keyword(isSchemaMap, (place, schemas) => {
  for (const [pattern, schema] of Object.entries(schemas)) {
    if (acceptsAll(schema)) continue;
    forKeys(place, (key) => {
      place.is.code.when(testOf(place.is.context, pattern, key), () => {
        writeMember(place, ["patternProperties", pattern], schema, key);
      });
    });
  }
});

export const additionalProperties = keyword(isSchema, (place, schema) => {
  if (acceptsAll(schema)) return;
  forKeys(place, (key) => {
    const write = () => {
      if (schema === false) place.is.code.line(rejection(place, key));
      else writeMember(place, ["additionalProperties"], schema, key);
    };
    const condition = isAdditional(place, key);
    if (condition === "") write();
    else place.is.code.when(condition, write);
  });
});

function rejection(place: SchemaCode, key: Code): Code {
  const params = { additionalProperty: expression(key) };
  return place.failure("additionalProperties", params, "must NOT have additional properties");
}

/** Writes the check of the property whose name is in a variable. */
export function writeMember(place: SchemaCode, way: readonly string[], schema: UnitSchema, key: Code): void {
  const { code, data, instancePath } = place.is;
  const start = code.length;
  const value = code.name(emit`value`);
  code.line(emit`const ${value} = ${data}[${key}];`);
  const before = code.length;
  place
    .below(way, schema, { data: value, instancePath: withSegment(instancePath, emit`escapeKey(${key})`) })
    .write();
  if (code.length === before) code.dropAfter(start);
}

/** Returns the condition that neither a name nor a pattern applies to a key; empty if there are none. */
function isAdditional(place: SchemaCode, key: Code): Code {
  const { properties = {}, patternProperties: patterns = {} } = place.keywords;
  const unmatched = Object.keys(patterns as object).map(
    (pattern) => emit`!${testOf(place.is.context, pattern, key)}`,
  );
  return joinCode([...isNoneOf(place, key, Object.keys(properties as object)), ...unmatched], emit` && `);
}

/** Returns the conditions that a key is none of the names. */
export function isNoneOf(place: SchemaCode, key: Code, names: readonly string[]): Code[] {
  if (names.length <= compared) return names.map((name) => emit`${key} !== ${printString(name)}`);
  const set = expression(emit`new Set(${printLiteral(names)})`);
  return [emit`!${place.is.context.constant("names", set)}.has(${key})`];
}
