// Prints a review as annotations on the changed lines: GitHub's workflow commands, one per line.
import { githubCommands } from "../../cli/reports/github-commands.ts";
import type { Review } from "../review.ts";
import { annotationsOf } from "./annotations.ts";

/**
 * Returns annotations, the most severe first: GitHub shows ten of each level and step. `versionFile` is the
 * file that contains a wrong version.
 */
export function formatGithub(review: Review, versionFile?: string): string {
  return githubCommands(annotationsOf(review, versionFile));
}
