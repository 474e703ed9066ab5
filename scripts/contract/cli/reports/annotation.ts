// A finding at one line of a file in a CI report: the common form of GitHub's annotations, GitLab's Code
// Quality and JUnit's test cases.
import type { SourceLocation } from "../../document/document.ts";

/** One finding for a CI report. */
export interface Annotation {
  /** `error` ends a command with exit code 1; a `warning` may; a `notice` does not. */
  readonly level: "error" | "warning" | "notice";
  readonly rule: string;
  /** One line: the subject. */
  readonly title: string;
  /** One or more lines: the problem. */
  readonly message: string;
  readonly place: SourceLocation;
  /** Equal for the same finding in another run, whatever its wording. */
  readonly fingerprint: string;
}
