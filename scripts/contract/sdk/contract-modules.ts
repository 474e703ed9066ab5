// The modules of `/validate` and `/testing` that are generated from the document: validators, tables and
// readers, and the parts of the document from which test responses are created. Nothing else in a package
// loads these modules.
import { emit } from "../generate/code.ts";
import { emitBoundary } from "../generate/emit-boundary.ts";
import { emitFormats } from "../generate/emit-formats.ts";
import { emitJson } from "../generate/emit-json.ts";
import { emitOperations } from "../generate/emit-operations.ts";
import { emitParameters } from "../generate/emit-parameters.ts";
import { emitState } from "../generate/emit-state.ts";
import { emitValidationProblems } from "../generate/emit-validation-problems.ts";
import { emitValidators } from "../generate/emit-validators.ts";
import { printString } from "../generate/literal.ts";
import { type Plan, planOf } from "../generate/plan.ts";
import { requestSide, responseSide, withDigits } from "./document-sides.ts";
import type { Modules } from "./runtime-modules.ts";

/** The modules of both entries. */
export interface ContractModules {
  /** Minified, because users do not read them. */
  readonly code: Modules;
  /** Modules from which declarations are emitted. */
  readonly sources: Modules;
  /** Declarations. */
  readonly declared: Modules;
}

export async function contractModules(plan: Plan): Promise<ContractModules> {
  const requests = planOf(withDigits(requestSide(plan), plan.values));
  const validators = await emitValidators(requests);
  const problems = await emitValidationProblems(plan);
  const answers = JSON.stringify(responseSide(plan).root);
  return {
    code: new Map([
      ["client/testing/document.ts", emit`export const document = JSON.parse(${printString(answers)});\n`],
      ["generated/boundary.ts", await emitBoundary(plan)],
      ["generated/formats.ts", await emitFormats(requests, validators.customFormats)],
      ["generated/json.ts", await emitJson(plan)],
      ["generated/operations.ts", emitOperations(plan)],
      ["generated/parameters.ts", await emitParameters(plan)],
      ["generated/state.ts", await emitState(plan)],
      ["generated/validation-problems.ts", problems],
      ["generated/validators.js", validators.code],
    ]),
    sources: new Map([["generated/validation-problems.ts", problems]]),
    declared: new Map([
      ["generated/operations.ts", operationIds],
      ["generated/validators.ts", validators.types],
    ]),
  };
}

const operationIds = emit`import type { operations } from "./types.ts";

/** The id of an operation. */
export type OperationId = keyof operations;
`;
