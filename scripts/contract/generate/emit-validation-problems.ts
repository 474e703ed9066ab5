// `validation-problems.ts`: where each thing is that a validator finds wrong, said the same by all who validate.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

export async function emitValidationProblems(plan: Plan): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("validation-problems.ts")]);
}
