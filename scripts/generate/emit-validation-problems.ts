// `validation-problems.ts`: where each thing is that a validator finds wrong, said the same by all who validate.
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { readRuntime } from "./runtime-source.ts";

export async function emitValidationProblems(plan: Plan): Promise<string> {
  const exported = ["BodyProblem", "PlacedProblem", "bodyProblems", "parameterProblems"];
  return [
    headerLine(plan.header).trimEnd(),
    'import type { ValidationError } from "./validators.js";\n',
    await readRuntime(["validation-problems.ts"], exported),
  ].join("\n");
}
