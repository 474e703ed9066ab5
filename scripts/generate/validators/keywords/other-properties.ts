// `patternProperties` and `additionalProperties`: schemas for properties that have no schema by name.
import { expression, printLiteral, printString } from "../../literal.ts";
import { forKeys } from "../code/loops.ts";
import { withSegment } from "../code/path-code.ts";
import type { Place } from "../code/place.ts";
import { describedNames } from "../code/properties-code.ts";
import type { UnitSchema } from "../schema-units.ts";
import { acceptsAll, isSchema, isSchemaMap, keyword } from "./keyword.ts";
import { testedBy } from "./pattern.ts";

/** As many names are compared one by one where that is faster than a search. */
const compared = 8;

export const patternProperties = keyword(isSchemaMap, (place, schemas) => {
  for (const pattern of describedNames(schemas)) {
    const schema = schemas[pattern] ?? true;
    if (acceptsAll(schema)) continue;
    forKeys(place, (key) => {
      place.is.code.when(`${testedBy(place, pattern)}.test(${key})`, () => {
        writeMember(place, ["patternProperties", pattern], schema, key);
      });
    });
  }
});

export const additionalProperties = keyword(isSchema, (place, schema) => {
  if (acceptsAll(schema)) return;
  forKeys(place, (key) => {
    const write = () => {
      if (schema === false) place.is.code.line(refusal(place, key));
      else writeMember(place, ["additionalProperties"], schema, key);
    };
    const condition = isAdditional(place, key);
    if (condition === "") write();
    else place.is.code.when(condition, write);
  });
});

function refusal(place: Place, key: string): string {
  const params = { additionalProperty: expression(key) };
  return place.failure("additionalProperties", params, "must NOT have additional properties");
}

function writeMember(place: Place, way: readonly string[], schema: UnitSchema, key: string): void {
  const { code, data, instancePath } = place.is;
  const start = code.length;
  const value = code.name("value");
  code.line(`const ${value} = ${data}[${key}];`);
  const before = code.length;
  place
    .below(way, schema, { data: value, instancePath: withSegment(instancePath, `escapeKey(${key})`) })
    .write();
  if (code.length === before) code.dropAfter(start);
}

/** The condition under which neither a name nor a pattern is about a key; empty when there are none. */
function isAdditional(place: Place, key: string): string {
  const { properties = {}, patternProperties: patterns = {} } = place.keywords;
  const names = describedNames(properties as object);
  const unnamed =
    names.length > compared
      ? [`!${place.is.context.constant("names", setOf(names))}.has(${key})`]
      : names.map((name) => `${key} !== ${printString(name)}`);
  const unmatched = describedNames(patterns as object).map(
    (pattern) => `!${testedBy(place, pattern)}.test(${key})`,
  );
  return [...unnamed, ...unmatched].join(" && ");
}

function setOf(names: readonly string[]) {
  return expression(`new Set(${printLiteral(names)})`);
}
