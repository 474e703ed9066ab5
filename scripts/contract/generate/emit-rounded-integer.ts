// Emits `rounded-integer.ts`: which integers a double cannot represent, for servers and clients alike.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

export async function emitRoundedInteger(plan: Pick<Plan, "header">): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("rounded-integer.ts")]);
}
