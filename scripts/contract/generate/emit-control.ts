// Emits `control.ts`: what a test server needs besides its operations: faults, a journal, verification,
// snapshots.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

export async function emitControl(plan: Plan): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("control.ts")]);
}
