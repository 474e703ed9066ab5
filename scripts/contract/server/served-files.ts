// Generates all files of a generated server.
import type { OpenApiDocument } from "../document/document.ts";
import type { Code } from "../generate/code.ts";
import { generatedFiles } from "../generate/generated-files.ts";
import { planOf } from "../generate/plan.ts";
import { emitServer } from "./emit-server.ts";
import { leaveOutBroken } from "../sdk/leave-out-broken.ts";
import { serverObstacle } from "../sdk/obstacles.ts";
import { type Loss, preparedDocument } from "../sdk/prepared-document.ts";
import type { Selection } from "../sdk/select-operations.ts";

export async function servedFiles(
  read: OpenApiDocument,
  selection: Selection,
): Promise<{ readonly files: Map<string, Code>; readonly losses: readonly Loss[] }> {
  const { document, losses } = preparedDocument(read, selection, serverObstacle, true);
  const { made, losses: broken } = await leaveOutBroken(document, filesOf);
  return { files: made, losses: [...losses, ...broken] };
}

async function filesOf(document: OpenApiDocument): Promise<Map<string, Code>> {
  const plan = planOf(document);
  const all = await generatedFiles(plan);
  const files = [...all].filter(([file]) => file !== "state.ts");
  return new Map([...files, ...(await emitServer(plan))]);
}
