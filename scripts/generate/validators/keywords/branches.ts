// `allOf`, `anyOf` and `oneOf`
import { emit } from "../../code.ts";
import { expression } from "../../literal.ts";
import type { Place, Trial } from "../code/place.ts";
import type { UnitSchema } from "../schema-units.ts";
import { acceptsAll, isSchemaList, keyword } from "./keyword.ts";

export const allOf = keyword(isSchemaList, (place, schemas) => {
  for (const [index, schema] of schemas.entries()) place.below(["allOf", index], schema).write();
});

export const anyOf = keyword(isSchemaList, (place, schemas) => {
  if (schemas.some(acceptsAll)) return;
  writeAny(place, schemas, []);
});

/** Each branch is tried where those before it fail. */
function writeAny(place: Place, schemas: readonly UnitSchema[], trials: readonly Trial[]): void {
  const { code } = place.is;
  const schema = schemas[trials.length];
  if (schema === undefined) {
    for (const trial of trials) place.join(trial);
    code.line(place.failure("anyOf", {}, "must match a schema in anyOf"));
    return;
  }
  const trial = place.below(["anyOf", trials.length], schema).try();
  code.when(trial.fails, () => {
    writeAny(place, schemas, [...trials, trial]);
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
    const trial = place.below(["oneOf", index], schema).try(guard);
    trials.push(trial);
    const holds = guard === undefined ? trial.holds : emit`${guard} && ${trial.holds}`;
    code.lineIf(holds, emit`${passing} = ${passing} === null ? ${index} : [${passing}, ${index}];`);
  }
  code.when(emit`typeof ${passing} !== "number"`, () => {
    for (const trial of trials) place.join(trial);
    const params = { passingSchemas: expression(passing) };
    code.line(place.failure("oneOf", params, "must match exactly one schema in oneOf"));
  });
});
