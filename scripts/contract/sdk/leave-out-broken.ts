// Generates from a document even if a schema in it cannot be compiled: without the operations that need that
// schema.
import { DocumentError, type OpenApiDocument } from "../document/document.ts";
import { callbacksOf, webhooksOf } from "../document/operations.ts";
import { localPointer, resolvePointer } from "../document/pointer.ts";
import { type PlannedOperation, planOf } from "../generate/plan.ts";
import { UnitError } from "../generate/validators/unit-error.ts";
import { type Loss, lossOf } from "./prepared-document.ts";
import { pruneDocument } from "./prune-document.ts";

/** Rethrows an error of `make` that does not concern a schema, or concerns one that no operation needs. */
export async function leaveOutBroken<Made>(
  document: OpenApiDocument,
  make: (rest: OpenApiDocument) => Promise<Made>,
): Promise<{ readonly made: Made; readonly losses: readonly Loss[] }> {
  const losses: Loss[] = [];
  for (let rest = document; ;) {
    try {
      return { made: await make(rest), losses };
    } catch (error) {
      const pointer = brokenSchema(error);
      if (pointer === undefined || !(error instanceof DocumentError)) throw error;
      const { operations } = planOf(rest);
      const broken = operations.filter((operation) => reaches(rest, operation, pointer));
      const calls = webhooksOf(rest.root).length + callbacksOf(rest.root).length > 0;
      if (broken.length === 0 && !calls) throw error;
      for (const one of broken.map(({ source }) => lossOf(rest, source, error.message))) losses.push(one);
      rest = pruneDocument(
        rest,
        operations.filter((operation) => !broken.includes(operation)),
        calls && broken.length > 0,
      );
    }
  }
}

/** Returns the pointer of the schema that an error concerns. */
function brokenSchema(error: unknown): string | undefined {
  const cause = error instanceof DocumentError ? error.cause : undefined;
  return cause instanceof UnitError ? localPointer(cause.unit.path) : undefined;
}

/** Whether an operation depends on the target of a pointer. */
function reaches(document: OpenApiDocument, operation: PlannedOperation, pointer: string): boolean {
  return resolvePointer(pruneDocument(document, [operation]).root, pointer) !== undefined;
}
