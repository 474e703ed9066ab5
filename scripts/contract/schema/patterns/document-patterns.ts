// Collects the patterns of a document with their locations.
import type { JsonObject, OpenApiDocument, SourceLocation } from "../../document/document.ts";
import { childPointer, isObject } from "../../document/pointer.ts";
import { pointerOf, walkDocument } from "../../document/walk.ts";
import { readPattern } from "./read-pattern.ts";

/** A pattern and its location. */
export interface WrittenPattern {
  /** Pointer of the pattern, or of the schema under it in `patternProperties`. */
  readonly pointer: string;
  readonly source: string;
}

/** Returns the patterns of one schema, without those of its subschemas. */
export function patternsOf(pointer: string, schema: JsonObject): WrittenPattern[] {
  const { pattern, patternProperties } = schema;
  const names = isObject(patternProperties) ? Object.keys(patternProperties) : [];
  return [
    ...(typeof pattern === "string" ? [{ pointer: childPointer(pointer, "pattern"), source: pattern }] : []),
    ...names.map((source) => ({ pointer: childPointer(pointer, "patternProperties", source), source })),
  ];
}

/** Returns the problem of a pattern that is not valid in ECMA-262, with a fix; undefined for a valid one. */
export function foreignProblem(source: string): string | undefined {
  const pattern = readPattern(source);
  if (!("foreign" in pattern)) return undefined;
  const fix = pattern.fix === undefined ? "write it as ECMA-262 reads it" : `write ${pattern.fix}`;
  return `the pattern ${source} is not checked, ${pattern.foreign}; fix: ${fix}`;
}

/** Returns the patterns that no validator checks, in document order. */
export function foreignPatterns(document: OpenApiDocument): { place: SourceLocation; problem: string }[] {
  const found: { place: SourceLocation; problem: string }[] = [];
  walkDocument(document.root, (visit) => {
    if (visit.type !== "schema" || !isObject(visit.node)) return;
    for (const { pointer, source } of patternsOf(pointerOf(visit), visit.node)) {
      const problem = foreignProblem(source);
      if (problem !== undefined) found.push({ place: document.locate(pointer), problem });
    }
  });
  return found;
}
