// `allOf`, `anyOf` and `oneOf`
import { emit } from "../../code.ts";
import { expression } from "../../literal.ts";
import type { SchemaCode, Trial } from "../code/schema-code.ts";
import type { UnitSchema } from "../schema-units.ts";
import { acceptsAll, isSchemaList, keyword } from "./keyword.ts";

export const allOf = keyword(isSchemaList, (place, schemas) => {
  for (const { index, schema, first } of branchesOf(schemas))
    if (first === index) place.below(["allOf", index], schema).write();
});

/** Each branch is tried if those before it fail. */
export const anyOf = keyword(isSchemaList, (place, schemas) => {
  if (schemas.some(acceptsAll)) return;
  const { code } = place.is;
  const branches = branchesOf(schemas).filter(({ index, first }) => first === index);
  // Nested blocks are easier to read, but too many of them cannot be compiled.
  if (branches.length <= mostNested) {
    writeNested(place, branches, []);
    return;
  }
  const label = code.name(emit`any`);
  code.block(emit`${label}: {`, () => {
    const trials = branches.map(({ index, schema }) => {
      const trial = place.below(["anyOf", index], schema).try();
      code.lineIf(trial.holds, emit`break ${label};`);
      return trial;
    });
    writeNone(place, trials);
  });
});

const mostNested = 8;

interface Branch {
  readonly index: number;
  readonly schema: UnitSchema;
  /**
   * The index of the first branch with the same reference, often its own. Each referenced schema is checked
   * once: for a chain of schemas that each refer twice to the next, the time would double with every link.
   */
  readonly first: number;
}

function branchesOf(schemas: readonly UnitSchema[]): Branch[] {
  const firsts = new Map<unknown, number>();
  return schemas.map((schema, index) => {
    const target = onlyRef(schema);
    const first = target === undefined ? index : (firsts.get(target) ?? index);
    if (target !== undefined) firsts.set(target, first);
    return { index, schema, first };
  });
}

/** Returns the `$ref` of a schema that consists only of it. */
function onlyRef(schema: UnitSchema | undefined): unknown {
  if (typeof schema !== "object" || !("$ref" in schema)) return undefined;
  return Object.keys(schema).length === 1 ? schema.$ref : undefined;
}

function writeNested(
  place: SchemaCode,
  [branch, ...others]: readonly Branch[],
  trials: readonly Trial[],
): void {
  if (branch === undefined) {
    writeNone(place, trials);
    return;
  }
  const trial = place.below(["anyOf", branch.index], branch.schema).try();
  place.is.code.when(trial.fails, () => {
    writeNested(place, others, [...trials, trial]);
  });
}

function writeNone(place: SchemaCode, trials: readonly Trial[]): void {
  for (const trial of trials) place.join(trial);
  place.is.code.line(place.failure("anyOf", {}, "must match a schema in anyOf"));
}

export const oneOf = keyword(isSchemaList, (place, schemas) => {
  const { code } = place.is;
  const passing = code.name(emit`passing`);
  code.line(emit`let ${passing} = null;`);
  const trials: Trial[] = [];
  for (const { index, schema, first } of branchesOf(schemas)) {
    // Once two branches hold, the rest is not checked.
    const guard = index < 2 ? undefined : emit`!Array.isArray(${passing})`;
    const known = trials[first];
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
