// `validation-problems.ts`: where each thing is that a validator finds wrong, said the same by all who validate.
import { type Code, emit, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { readRuntime } from "./runtime-source.ts";

export async function emitValidationProblems(plan: Plan): Promise<Code> {
  const exported = ["BodyProblem", "PlacedProblem", "bodyProblems", "parameterProblems"];
  return joinCode([
    headerLine(plan.header),
    emit`import type { ValidationError } from "./validators.js";\n\n`,
    await readRuntime(["validation-problems.ts"], exported),
  ]);
}
