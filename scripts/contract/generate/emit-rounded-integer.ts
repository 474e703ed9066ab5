// `rounded-integer.ts`: which integers a double does not hold, decided the same by servers and clients.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

export async function emitRoundedInteger(plan: Pick<Plan, "header">): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("rounded-integer.ts")]);
}
