// What a report of a CI says at one line of a file: the common form of GitHub's annotations, GitLab's Code Quality and JUnit's test cases.
import type { SourcePlace } from "../../document/document.ts";

export interface Annotation {
  /** `error` ends a command with 1; a `warning` may; a `notice` does not. */
  readonly level: "error" | "warning" | "notice";
  readonly rule: string;
  /** One line: what it is about. */
  readonly title: string;
  /** One or more lines: what is wrong with it. */
  readonly message: string;
  readonly place: SourcePlace;
  /** The same for the same finding in another run, whatever its words. */
  readonly fingerprint: string;
}
