// For commands that compare two revisions: when each of their breaks was introduced.
import { DocumentError } from "../../document/document.ts";
import type { Reading } from "../../document/read-document.ts";
import type { CompareOptions } from "../comparison.ts";
import type { Sides } from "../read-sides.ts";
import { historyOf } from "./history.ts";
import { readSteps, type Step } from "./read-steps.ts";

/**
 * Returns fingerprint → the step that introduced a break. Empty if git has no path from base to head, or one
 * with too many commits.
 */
export async function standingSince(
  { base, head }: Pick<Sides, "base" | "head">,
  options: CompareOptions,
  { cwd, reading }: { readonly cwd: string; readonly reading: Reading },
): Promise<ReadonlyMap<string, Step>> {
  if (base.kind !== "revision" || base.path !== head.path) return new Map();
  const to = head.kind === "revision" ? head.revision : undefined;
  try {
    const steps = await readSteps({ from: base.revision, to, document: head.path }, cwd, reading);
    // A single step needs no history.
    if (steps.steps.length < 2) return new Map();
    const { standing } = historyOf(steps, options);
    return new Map(standing.map(({ finding, since }) => [finding.fingerprint, since]));
  } catch (error) {
    if (error instanceof DocumentError) return new Map();
    throw error;
  }
}
