// `not`, and `if` with `then` and `else`. Failures of the tested schema are not errors.
import type { SchemaCode } from "../code/schema-code.ts";
import type { UnitSchema } from "../schema-units.ts";
import { acceptsAll, isSchema, keyword } from "./keyword.ts";

export const not = keyword(isSchema, (place, schema) => {
  const { code } = place.is;
  const failure = place.failure("not", {}, "must NOT be valid");
  if (acceptsAll(schema)) code.line(failure);
  else code.lineIf(place.below(["not"], schema).tryVerdict().holds, failure);
});

export const condition = keyword(isSchema, (place, schema) => {
  const clauses = (["then", "else"] as const).flatMap((name): [string, UnitSchema][] => {
    const clause = place.keywords[name];
    return isSchema(clause) && !acceptsAll(clause) ? [[name, clause]] : [];
  });
  if (clauses.length === 0) return;
  const { holds, fails } = place.below(["if"], schema).tryVerdict();
  for (const [name, clause] of clauses) {
    place.is.code.when(name === "then" ? holds : fails, () => {
      writeClause(place, name, clause);
    });
  }
});

function writeClause(place: SchemaCode, name: string, clause: UnitSchema): void {
  const { code } = place.is;
  const trial = place.below([name], clause).try();
  code.when(trial.fails, () => {
    place.join(trial);
    code.line(place.failure("if", { failingKeyword: name }, `must match "${name}" schema`));
  });
}

/** `then` and `else` are handled with their `if`; without it they have no effect. */
export const clause = keyword(isSchema, () => undefined);
