// Prepares a document for a package: converted to OpenAPI 3.1, with only the selected operations, and without
// those for which nothing can be generated.
import type { OpenApiDocument, SourceLocation } from "../document/document.ts";
import { downgrade32 } from "../document/downgrade-32.ts";
import { liftReferences } from "../document/lift-references.ts";
import { unplacedParameters } from "../document/unplaced-parameters.ts";
import { type PlannedOperation, planOf } from "../generate/plan.ts";
import { foreignPatterns } from "../schema/patterns/document-patterns.ts";
import { nameEventSchemas } from "./name-event-schemas.ts";
import { partHeaders } from "./part-headers.ts";
import { pruneDocument } from "./prune-document.ts";
import { selectOperations, type Selection } from "./select-operations.ts";

/** Something that the package lacks, and its location in the document. */
export interface Loss {
  readonly place: SourceLocation;
  readonly problem: string;
  /** Whether a whole operation is omitted. */
  readonly leftOut: boolean;
}

/**
 * @param obstacleOf  returns why nothing can be generated for an operation
 * @param isKept  whether extensions that OpenAPI 3.1 does not define are kept, for tools that print the
 *   document again
 */
export function preparedDocument(
  read: OpenApiDocument,
  selection: Selection,
  obstacleOf: (operation: PlannedOperation) => string | undefined,
  isKept = false,
): { document: OpenApiDocument; losses: Loss[] } {
  const { document: known, lost } = downgrade32(read, isKept);
  const lifted = liftReferences(known);
  const whole = isKept ? lifted : nameEventSchemas(lifted);
  const selected = selectOperations(planOf(whole), selection);
  const obstacles = selected.map((operation) => ({ operation, obstacle: obstacleOf(operation) }));
  const losses = obstacles.flatMap(({ operation: { source }, obstacle }): Loss[] =>
    obstacle === undefined ? [] : [lossOf(whole, source, obstacle)],
  );
  const possible = obstacles.flatMap(({ operation, obstacle }) =>
    obstacle === undefined ? [operation] : [],
  );
  const words = lost.map(({ pointer, problem }) => ({
    place: read.locate(pointer),
    problem,
    leftOut: false,
  }));
  // A part of the document is selected by its operations; requests that the server sends belong to none of
  // them.
  const everything = selection.tags.length === 0 && selection.operations.length === 0;
  const document = pruneDocument(whole, possible, everything);
  const unsaid = [...foreignPatterns(document), ...partHeaders(document), ...unplacedParameters(document)];
  const parts = unsaid.map((one) => ({ ...one, leftOut: false }));
  return { document, losses: [...words, ...losses, ...parts] };
}

/** Returns the loss for an omitted operation. */
export function lossOf(document: OpenApiDocument, source: PlannedOperation["source"], reason: string): Loss {
  const problem = `${source.method} ${source.path} is left out: ${reason}`;
  return { place: document.locate(source.pointer), problem, leftOut: true };
}
