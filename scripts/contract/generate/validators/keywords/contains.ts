// `contains`, with `minContains` and `maxContains`: the number of items that satisfy a schema.
import { type Code, emit, joinCode, noCode } from "../../code.ts";
import { errorLimit } from "../code/loops.ts";
import { withSegment } from "../code/path-code.ts";
import type { SchemaCode, Trial } from "../code/schema-code.ts";
import type { UnitSchema } from "../schema-units.ts";
import { acceptsAll, isNumber, isSchema, keyword } from "./keyword.ts";

interface Limits {
  readonly min: number;
  readonly max: number | undefined;
}

export const contains = keyword(isSchema, (place, schema) => {
  const limits = limitsOf(place);
  if (limits.min === 0 && limits.max === undefined) return;
  const { code, data } = place.is;
  if (acceptsAll(schema)) {
    code.lineIf(isWrong(emit`${data}.length`, limits), failure(place, limits));
    return;
  }
  const { count, trial } = writeCount(place, schema, limits);
  code.when(isWrong(count, limits), () => {
    place.join(trial);
    code.line(failure(place, limits));
  });
});

/** `minContains` and `maxContains` are handled with their `contains`; without it they have no effect. */
export const containsLimit = keyword(isNumber, () => undefined);

function limitsOf({ keywords: { minContains, maxContains } }: SchemaCode): Limits {
  return {
    min: isNumber(minContains) ? minContains : 1,
    max: isNumber(maxContains) ? maxContains : undefined,
  };
}

/** Writes a loop that counts until the verdict is known, and keeps the errors of items that do not match. */
function writeCount(
  place: SchemaCode,
  schema: UnitSchema,
  { min, max }: Limits,
): { count: Code; trial: Trial } {
  const { code, data, failures, instancePath } = place.is;
  const count = code.name(emit`count`);
  code.line(emit`let ${count} = 0;`);
  const list = failures.list === undefined ? undefined : code.name(emit`errors`);
  if (list !== undefined) code.line(emit`let ${list} = null;`);
  const index = code.name(emit`i`);
  const enough = max === undefined ? min : max + 1;
  code.block(
    emit`for (let ${index} = 0; ${index} < ${data}.length && ${count} < ${enough}; ${index}++) {`,
    () => {
      const item = code.name(emit`value`);
      code.line(emit`const ${item} = ${data}[${index}];`);
      const path = withSegment(instancePath, index);
      const found = place.below(["contains"], schema, { data: item, instancePath: path }).try();
      code.lineIf(found.holds, emit`${count}++;`);
      if (list !== undefined && found.list !== undefined)
        code.line(
          emit`else if (${list} === null || ${list}.length <= ${errorLimit}) ${list} = joinErrors(${list}, ${found.list});`,
        );
    },
  );
  return { count, trial: { holds: noCode, fails: noCode, list } };
}

function isWrong(count: Code, { min, max }: Limits): Code {
  return joinCode(
    [...(min > 0 ? [emit`${count} < ${min}`] : []), ...(max === undefined ? [] : [emit`${count} > ${max}`])],
    emit` || `,
  );
}

function failure(place: SchemaCode, { min, max }: Limits): Code {
  if (max === undefined)
    return place.failure("contains", { minContains: min }, `must contain at least ${min} valid item(s)`);
  const message = `must contain at least ${min} and no more than ${max} valid item(s)`;
  return place.failure("contains", { minContains: min, maxContains: max }, message);
}
