// The patterns of a document, where they stand.
import type { JsonObject, OpenApiDocument, SourcePlace } from "../../document/document.ts";
import { childPointer, isObject } from "../../document/pointer.ts";
import { pointerOf, walkDocument } from "../../document/walk.ts";
import { readPattern } from "./read-pattern.ts";

export interface WrittenPattern {
  /** Of the pattern, or of the schema under it in `patternProperties`. */
  readonly pointer: string;
  readonly source: string;
}

/** The patterns of one schema; those of schemas below it are theirs. */
export function patternsOf(pointer: string, schema: JsonObject): WrittenPattern[] {
  const { pattern, patternProperties } = schema;
  const names = isObject(patternProperties) ? Object.keys(patternProperties) : [];
  return [
    ...(typeof pattern === "string" ? [{ pointer: childPointer(pointer, "pattern"), source: pattern }] : []),
    ...names.map((source) => ({ pointer: childPointer(pointer, "patternProperties", source), source })),
  ];
}

/** What is said of a pattern that ECMA-262 does not read: why, and what to write; undefined for one that it reads. */
export function foreignProblem(source: string): string | undefined {
  const pattern = readPattern(source);
  if (!("foreign" in pattern)) return undefined;
  const fix = pattern.fix === undefined ? "write it as ECMA-262 reads it" : `write ${pattern.fix}`;
  return `the pattern ${source} is not checked, ${pattern.foreign}; fix: ${fix}`;
}

/** The patterns that nothing checks, in the order of the document. */
export function foreignPatterns(document: OpenApiDocument): { place: SourcePlace; problem: string }[] {
  const found: { place: SourcePlace; problem: string }[] = [];
  walkDocument(document.root, (visit) => {
    if (visit.type !== "schema" || !isObject(visit.node)) return;
    for (const { pointer, source } of patternsOf(pointerOf(visit), visit.node)) {
      const problem = foreignProblem(source);
      if (problem !== undefined) found.push({ place: document.locate(pointer), problem });
    }
  });
  return found;
}
