// Annotations as JUnit's XML: an error is a failed test case.
import type { Annotation } from "./annotation.ts";
import { type TestCase, testSuite, testSuites } from "./junit-xml.ts";

/** What was looked at as a whole. */
export interface Suite {
  readonly name: string;
  /** What passes where there is nothing to tell. */
  readonly passed: string;
  /** Levels that count as failures. */
  readonly failing: ReadonlySet<Annotation["level"]>;
}

/** One `testsuite`, as `junitReport` takes it. */
export function junitSuite(annotations: readonly Annotation[], { name, passed, failing }: Suite): string {
  const cases = annotations.map((annotation) => testCase(annotation, failing));
  return testSuite(name, cases.length === 0 ? [{ name: passed }] : cases);
}

/** The whole report. */
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
