// Emits `validation-problems.ts`: the locations of validation errors, identical for all users of the
// validators.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

export async function emitValidationProblems(plan: Plan): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("validation-problems.ts")]);
}
