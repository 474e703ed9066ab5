// Emits `boundary.ts`: everything between HTTP and the operations, independent of the server: paths,
// credentials, media types, JSON, parameters, validation, problem documents, responses.
import { type Code, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

/** Returns the module: the header, then the runtime's source. */
export async function emitBoundary(plan: Plan): Promise<Code> {
  return joinCode([headerLine(plan.header), await runtimeOf("boundary.ts")]);
}
