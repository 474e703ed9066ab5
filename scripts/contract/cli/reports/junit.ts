// Prints annotations as JUnit XML: an error is a failed test case.
import type { Annotation } from "./annotation.ts";
import { type TestCase, testSuite, testSuites } from "./junit-xml.ts";

/** The checked object as a whole. */
export interface Suite {
  readonly name: string;
  /** The name of the passed test case if there are no findings. */
  readonly passed: string;
  /** Levels that count as failures. */
  readonly failing: ReadonlySet<Annotation["level"]>;
}

/** Returns one `testsuite`, for `junitReport`. */
export function junitSuite(annotations: readonly Annotation[], { name, passed, failing }: Suite): string {
  const cases = annotations.map((annotation) => testCase(annotation, failing));
  return testSuite(name, cases.length === 0 ? [{ name: passed }] : cases);
}

/** Returns the complete report. */
export function junitReport(suites: readonly string[]): string {
  return `${testSuites(suites)}\n`;
}

function testCase(
  { level, rule, title, message, place, fingerprint }: Annotation,
  failing: Suite["failing"],
): TestCase {
  const text = `${place.file}:${place.line}:${place.column}\n${message}`;
  return {
    name: `${title} (${rule}, ${fingerprint})`,
    place,
    result: failing.has(level)
      ? { kind: "failure", type: rule, message: message.split("\n")[0] ?? "", text }
      : { kind: "told", text },
  };
}
