// `state.ts`: the state of an API that only its document tells of, for what responds in place of a server.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

export async function emitState(plan: Plan): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("state.ts")]);
}
