// Emits `json.ts`: the strict reader of JSON texts, for bodies and parameters alike.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

/** Returns the file's text: this module has no part that depends on the document. */
export async function emitJson(plan: Pick<Plan, "header">): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("json.ts")]);
}
