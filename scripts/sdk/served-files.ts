// All files of a generated server; operations whose schemas cannot be compiled are left out, and nothing else is.
import { DocumentError, type OpenApiDocument } from "../document/document.ts";
import { localPointer, resolvePointer } from "../document/pointer.ts";
import { generatedFiles } from "../generate/generated-files.ts";
import { type Plan, type PlannedOperation, planOf } from "../generate/plan.ts";
import { UnitError } from "../generate/validators/unit-error.ts";
import { emitServer } from "./emit-server.ts";
import { serverObstacle } from "./obstacles.ts";
import { type Loss, lossOf, preparedDocument } from "./prepared-document.ts";
import { pruneDocument } from "./prune-document.ts";
import type { Selection } from "./select-operations.ts";

export async function servedFiles(
  read: OpenApiDocument,
  selection: Selection,
): Promise<{ readonly files: Map<string, string>; readonly losses: readonly Loss[] }> {
  const { document, losses } = preparedDocument(read, selection, serverObstacle);
  const all = [...losses];
  for (let rest = document; ;) {
    const plan = planOf(rest);
    try {
      return { files: await filesOf(plan), losses: all };
    } catch (error) {
      const pointer = brokenSchema(error);
      if (pointer === undefined || !(error instanceof DocumentError)) throw error;
      const broken = plan.operations.filter((operation) => reaches(rest, operation, pointer));
      if (broken.length === 0) throw error;
      all.push(...broken.map(({ source }) => lossOf(rest, source, error.message)));
      rest = pruneDocument(
        rest,
        plan.operations.filter((operation) => !broken.includes(operation)),
      );
    }
  }
}

async function filesOf(plan: Plan): Promise<Map<string, string>> {
  const all = await generatedFiles(plan);
  const files = [...all].filter(([file]) => file !== "resources.ts");
  return new Map([...files, ...(await emitServer(plan))]);
}

/** The pointer of the schema that an error is about. */
function brokenSchema(error: unknown): string | undefined {
  const cause = error instanceof DocumentError ? error.cause : undefined;
  return cause instanceof UnitError ? localPointer(cause.unit.path) : undefined;
}

/** Whether an operation is made of what a pointer leads to, too. */
function reaches(document: OpenApiDocument, operation: PlannedOperation, pointer: string): boolean {
  return resolvePointer(pruneDocument(document, [operation]).root, pointer) !== undefined;
}
