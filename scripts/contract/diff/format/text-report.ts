// The report for a terminal, with the review's messages beside its findings.
import { headline, type Review } from "../review.ts";
import { beginningOf } from "./beginning.ts";
import type { PrintOptions } from "./formatter.ts";
import { printableReview } from "./printable-review.ts";
import { textReview } from "./text.ts";

/**
 * Returns the messages about the contract, its version and its acceptances, then the findings, then the
 * verdict of the command.
 */
export function printText(review: Review, { terminal, proofs, clean }: PrintOptions): string {
  const report = textReview(review, { terminal, proofs });
  const { messages: said } = beginningOf(printableReview(review));
  const { open, accepted, comparison } = review;
  // Open breaks and undecided findings already show whether the command fails.
  const isSaid = open.length > 0 || comparison.counts.undecided > 0 || clean;
  if (said.length === 0 && accepted.size === 0 && isSaid) return report;
  // The last line is the verdict of the command, not only of the exchanges.
  return [...said, report, `${clean ? "clean" : "not clean"}: ${headline(review)}`].join("\n");
}
