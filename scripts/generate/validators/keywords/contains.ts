// `contains`, with `minContains` and `maxContains`: how many items fulfil a schema.
import { errorLimit } from "../code/loops.ts";
import { withSegment } from "../code/path-code.ts";
import type { Place, Trial } from "../code/place.ts";
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
    code.lineIf(isWrong(`${data}.length`, limits), failure(place, limits));
    return;
  }
  const { count, trial } = writeCount(place, schema, limits);
  code.when(isWrong(count, limits), () => {
    place.join(trial);
    code.line(failure(place, limits));
  });
});

/** `minContains` and `maxContains` are looked at with their `contains`; without it they say nothing. */
export const containsLimit = keyword(isNumber, () => undefined);

function limitsOf({ keywords: { minContains, maxContains } }: Place): Limits {
  return {
    min: isNumber(minContains) ? minContains : 1,
    max: isNumber(maxContains) ? maxContains : undefined,
  };
}

/** Counts until the verdict is known, and keeps what is wrong with the items that were no use. */
function writeCount(place: Place, schema: UnitSchema, { min, max }: Limits): { count: string; trial: Trial } {
  const { code, data, failures, instancePath } = place.is;
  const count = code.name("count");
  code.line(`let ${count} = 0;`);
  const list = failures.list === undefined ? undefined : code.name("errors");
  if (list !== undefined) code.line(`let ${list} = null;`);
  const index = code.name("i");
  const enough = max === undefined ? min : max + 1;
  code.block(
    `for (let ${index} = 0; ${index} < ${data}.length && ${count} < ${enough}; ${index}++) {`,
    () => {
      const item = code.name("value");
      code.line(`const ${item} = ${data}[${index}];`);
      const path = withSegment(instancePath, index);
      const found = place.below(["contains"], schema, { data: item, instancePath: path }).try();
      code.lineIf(found.holds, `${count}++;`);
      if (list !== undefined && found.list !== undefined)
        code.line(
          `else if (${list} === null || ${list}.length <= ${errorLimit}) ${list} = joinErrors(${list}, ${found.list});`,
        );
    },
  );
  return { count, trial: { holds: "", fails: "", list } };
}

function isWrong(count: string, { min, max }: Limits): string {
  return [
    ...(min > 0 ? [`${count} < ${min}`] : []),
    ...(max === undefined ? [] : [`${count} > ${max}`]),
  ].join(" || ");
}

function failure(place: Place, { min, max }: Limits): string {
  if (max === undefined)
    return place.failure("contains", { minContains: min }, `must contain at least ${min} valid item(s)`);
  const message = `must contain at least ${min} and no more than ${max} valid item(s)`;
  return place.failure("contains", { minContains: min, maxContains: max }, message);
}
