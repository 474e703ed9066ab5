// For commands that compare two revisions: since when each of their breaks stands.
import { DocumentError } from "../../document/document.ts";
import type { Reading } from "../../document/read-document.ts";
import type { CompareOptions } from "../comparison.ts";
import type { Sides } from "../read-sides.ts";
import { historyOf } from "./history.ts";
import { readSteps, type Step } from "./read-steps.ts";

/** Fingerprint → the step since which a break stands. Empty where git has no way from base to head, or one that is too long. */
export async function standingSince(
  { base, head }: Pick<Sides, "base" | "head">,
  options: CompareOptions,
  { cwd, reading }: { readonly cwd: string; readonly reading: Reading },
): Promise<ReadonlyMap<string, Step>> {
  if (base.kind !== "revision" || base.path !== head.path) return new Map();
  const to = head.kind === "revision" ? head.revision : undefined;
  try {
    const steps = await readSteps({ from: base.revision, to, document: head.path }, cwd, reading);
    // Of a single step there is nothing to tell.
    if (steps.steps.length < 2) return new Map();
    const { standing } = historyOf(steps, options);
    return new Map(standing.map(({ finding, since }) => [finding.fingerprint, since]));
  } catch (error) {
    if (error instanceof DocumentError) return new Map();
    throw error;
  }
}
