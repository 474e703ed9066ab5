// Compiles and runs in this process what `contract generate` writes to files: schemas as functions, with
// their runtime.
import { compileFunction } from "node:vm";
import { emit, joinCode } from "../generate/code.ts";
import { printKey, printLiteral } from "../generate/literal.ts";
import * as addErrors from "../runtime/add-errors.ts";
import * as canonicalText from "../runtime/canonical-text.ts";
import * as codePoints from "../runtime/code-points.ts";
import * as deepEqual from "../runtime/deep-equal.ts";
import * as duplicates from "../runtime/duplicates.ts";
import * as fail from "../runtime/fail.ts";
import * as linearMatcher from "../runtime/linear-matcher.ts";
import * as multipleOf from "../runtime/multiple-of.ts";
import * as repeatedWork from "../runtime/repeated-work.ts";
import type { Validator } from "../runtime/validator-types.ts";
import * as valueTypes from "../runtime/value-types.ts";
import { compileUnits } from "../generate/validators/compile-units.ts";
import type { Unit } from "../generate/validators/schema-units.ts";
import type { FormatChecks } from "./formats.ts";

const runtime: Readonly<Record<string, unknown>> = {
  ...addErrors,
  ...canonicalText,
  ...codePoints,
  ...deepEqual,
  ...duplicates,
  ...fail,
  ...linearMatcher,
  ...multipleOf,
  ...repeatedWork,
  ...valueTypes,
};

/**
 * Returns the validators of some units, by key. As in generated files, text of a document is in the code only
 * as literals.
 *
 * @throws UnitError for a schema that JSON Schema does not allow
 */
export function runUnits(
  units: ReadonlyMap<string, Unit>,
  wanted: ReadonlySet<string>,
  formats: FormatChecks,
): ReadonlyMap<string, Validator> {
  const { names, functions, constants } = compileUnits(units, wanted);
  const members = joinCode(
    [...names].map(([key, name]) => emit`[${printLiteral(key)}, ${name}]`),
    emit`, `,
  );
  const code = joinCode([constants, functions, emit`return new Map([${members}]);`]);
  const free = Object.keys(runtime).map((name) => String(printKey(name)));
  const run = compileFunction(code, ["formats", ...free]) as (
    ...values: unknown[]
  ) => ReadonlyMap<string, Validator>;
  return run(formats, ...Object.values(runtime));
}
