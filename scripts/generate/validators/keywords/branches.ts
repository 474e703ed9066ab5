// `allOf`, `anyOf` and `oneOf`
import { emit } from "../../code.ts";
import { expression } from "../../literal.ts";
import type { Place, Trial } from "../code/place.ts";
import type { UnitSchema } from "../schema-units.ts";
import { acceptsAll, isSchemaList, keyword } from "./keyword.ts";

export const allOf = keyword(isSchemaList, (place, schemas) => {
  for (const [index, schema] of schemas.entries()) {
    if (firstLike(schemas, index) === index) place.below(["allOf", index], schema).write();
  }
});

export const anyOf = keyword(isSchemaList, (place, schemas) => {
  if (schemas.some(acceptsAll)) return;
  writeAny(place, schemas, { index: 0, trials: [] });
});

/**
 * The index of the first branch that refers to the same schema as this one, often itself. Each is looked at once: of a chain of schemas
 * that each refer twice to the next, the time would double with every link.
 */
function firstLike(schemas: readonly UnitSchema[], index: number): number {
  const target = onlyRef(schemas[index]);
  if (target === undefined) return index;
  return schemas.findIndex((schema) => onlyRef(schema) === target);
}

/** What a schema refers to, where that is all it says. */
function onlyRef(schema: UnitSchema | undefined): unknown {
  if (typeof schema !== "object" || !("$ref" in schema)) return undefined;
  return Object.keys(schema).length === 1 ? schema.$ref : undefined;
}

/** Each branch is tried where those before it fail. */
function writeAny(
  place: Place,
  schemas: readonly UnitSchema[],
  { index, trials }: { readonly index: number; readonly trials: readonly Trial[] },
): void {
  const { code } = place.is;
  const schema = schemas[index];
  if (schema !== undefined && firstLike(schemas, index) < index) {
    writeAny(place, schemas, { index: index + 1, trials });
    return;
  }
  if (schema === undefined) {
    for (const trial of trials) place.join(trial);
    code.line(place.failure("anyOf", {}, "must match a schema in anyOf"));
    return;
  }
  const trial = place.below(["anyOf", index], schema).try();
  code.when(trial.fails, () => {
    writeAny(place, schemas, { index: index + 1, trials: [...trials, trial] });
  });
}

export const oneOf = keyword(isSchemaList, (place, schemas) => {
  const { code } = place.is;
  const passing = code.name(emit`passing`);
  code.line(emit`let ${passing} = null;`);
  const trials: Trial[] = [];
  for (const [index, schema] of schemas.entries()) {
    // After two that hold, nobody looks at the rest.
    const guard = index < 2 ? undefined : emit`!Array.isArray(${passing})`;
    const known = trials[firstLike(schemas, index)];
    const trial = known ?? place.below(["oneOf", index], schema).try(guard);
    trials.push(trial);
    const holds = guard === undefined ? trial.holds : emit`${guard} && ${trial.holds}`;
    code.lineIf(holds, emit`${passing} = ${passing} === null ? ${index} : [${passing}, ${index}];`);
  }
  code.when(emit`typeof ${passing} !== "number"`, () => {
    for (const trial of new Set(trials)) place.join(trial);
    const params = { passingSchemas: expression(passing) };
    code.line(place.failure("oneOf", params, "must match exactly one schema in oneOf"));
  });
});
