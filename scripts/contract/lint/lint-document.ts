// Checks a document against the lint rules.
import { announcePhase } from "../document/announce-progress.ts";
import type { SourceLocation } from "../document/document.ts";
import type { LintContext, Rule } from "./rule.ts";

/** A finding with the violated rule and its source location. */
export interface LintResult {
  readonly rule: string;
  /** The location in the document, as a JSON pointer. */
  readonly pointer: string;
  readonly place: SourceLocation;
  readonly message: string;
}

/** Returns all findings, ordered by location. */
export function lintDocument(context: LintContext, rules: readonly Rule[]): LintResult[] {
  const results = rules.flatMap((rule, at) => {
    announcePhase("check rules", at, rules.length);
    return [...rule.check(context)].map(({ pointer, message }) => ({
      rule: rule.id,
      pointer,
      place: context.document.locate(pointer),
      message,
    }));
  });
  return results.sort((left, right) => compareLocations(left.place, right.place));
}

function compareLocations(left: SourceLocation, right: SourceLocation): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}
