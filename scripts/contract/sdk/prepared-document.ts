// The document as a package is made from it: brought to OpenAPI 3.1, only the operations asked for, without those that
// nothing can be made of.
import type { OpenApiDocument, SourceLocation } from "../document/document.ts";
import { downgrade32 } from "../document/downgrade-32.ts";
import { liftReferences } from "../document/lift-references.ts";
import { unplacedParameters } from "../document/unplaced-parameters.ts";
import { type PlannedOperation, planOf } from "../generate/plan.ts";
import { foreignPatterns } from "../schema/patterns/document-patterns.ts";
import { partHeaders } from "./part-headers.ts";
import { pruneDocument } from "./prune-document.ts";
import { selectOperations, type Selection } from "./select-operations.ts";

/** Something that the package will not have, and where the document says it. */
export interface Loss {
  readonly place: SourceLocation;
  readonly problem: string;
  /** Whether a whole operation is left out. */
  readonly leftOut: boolean;
}

/**
 * @param obstacleOf  why nothing can be made for an operation
 * @param isKept  whether what OpenAPI 3.1 does not say stays in the document, for who tells it again
 */
export function preparedDocument(
  read: OpenApiDocument,
  selection: Selection,
  obstacleOf: (operation: PlannedOperation) => string | undefined,
  isKept = false,
): { document: OpenApiDocument; losses: Loss[] } {
  const { document: known, lost } = downgrade32(read, isKept);
  const whole = liftReferences(known);
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
  // A part of the document is asked for by its operations; what the server calls belongs to none of them.
  const everything = selection.tags.length === 0 && selection.operations.length === 0;
  const document = pruneDocument(whole, possible, everything);
  const unsaid = [...foreignPatterns(document), ...partHeaders(document), ...unplacedParameters(document)];
  const parts = unsaid.map((one) => ({ ...one, leftOut: false }));
  return { document, losses: [...words, ...losses, ...parts] };
}

/** An operation that is left out. */
export function lossOf(document: OpenApiDocument, source: PlannedOperation["source"], reason: string): Loss {
  const problem = `${source.method} ${source.path} is left out: ${reason}`;
  return { place: document.locate(source.pointer), problem, leftOut: true };
}
