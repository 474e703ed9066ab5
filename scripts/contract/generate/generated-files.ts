// All files that are generated from a document, by name.
import { announcePhase } from "../document/announce-progress.ts";
import type { OpenApiDocument } from "../document/document.ts";
import type { Code } from "./code.ts";
import { emitBoundary } from "./emit-boundary.ts";
import { emitConstraints } from "./emit-constraints.ts";
import { emitDocument } from "./emit-document.ts";
import { emitFormats } from "./emit-formats.ts";
import { emitJson } from "./emit-json.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitParameters } from "./emit-parameters.ts";
import { emitRoundedInteger } from "./emit-rounded-integer.ts";
import { emitState } from "./emit-state.ts";
import { emitTypes } from "./emit-types.ts";
import { emitValidationProblems } from "./emit-validation-problems.ts";
import { emitValidators } from "./emit-validators.ts";
import type { Plan } from "./plan.ts";

/** File name → text, in reading order. */
export type GeneratedFiles = ReadonlyMap<string, Code>;

/** @param document  the document to serve and compare, if the plan covers only a part of it */
export async function generatedFiles(
  plan: Plan,
  document: OpenApiDocument = plan.document,
): Promise<GeneratedFiles> {
  announcePhase("make validators");
  const validators = await emitValidators(plan);
  announcePhase("make types, routes and a client");
  return new Map([
    ["openapi.json", emitDocument({ ...plan, document })],
    ["types.ts", emitTypes(plan)],
    ["operations.ts", emitOperations(plan)],
    ["constraints.ts", emitConstraints(plan)],
    ["json.ts", await emitJson(plan)],
    ["parameters.ts", await emitParameters(plan)],
    ["validators.js", validators.code],
    ["validators.d.ts", validators.types],
    ["boundary.ts", await emitBoundary(plan)],
    ["validation-problems.ts", await emitValidationProblems(plan)],
    ["rounded-integer.ts", await emitRoundedInteger(plan)],
    ["formats.ts", await emitFormats(plan, validators.customFormats)],
    ["state.ts", await emitState(plan)],
  ]);
}
