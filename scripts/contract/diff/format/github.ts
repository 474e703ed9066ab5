// A review as annotations on the changed lines: GitHub's workflow commands, one a line.
import { githubCommands } from "../../cli/reports/github-commands.ts";
import type { Review } from "../review.ts";
import { annotationsOf } from "./annotations.ts";

/** Annotations, the gravest first: GitHub shows ten of each level and step. `versionFile` is where a wrong version is written. */
export function formatGithub(review: Review, versionFile?: string): string {
  return githubCommands(annotationsOf(review, versionFile));
}
