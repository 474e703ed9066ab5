// Emits `state.ts`: the state of an API that is defined by its document alone, for mock servers.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

export async function emitState(plan: Plan): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("state.ts")]);
}
