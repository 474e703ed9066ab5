// Prints a review as annotations on the changed lines: GitHub's workflow commands, one per line.
import { githubCommands } from "../../cli/reports/github-commands.ts";
import type { Review } from "../review.ts";
import { annotationsOf } from "./annotations.ts";

/**
 * Returns annotations, the most severe first: GitHub shows only the first ten of each level in a step.
 *
 * @param versionFile  the file with `info.version`, for the annotation that it must be raised; by default
 *   head's document
 */
export function formatGithub(review: Review, versionFile?: string): string {
  return githubCommands(annotationsOf(review, versionFile));
}
