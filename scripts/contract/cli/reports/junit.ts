// Annotations as JUnit's XML, which every CI shows as test results: an error is a failed test case.
import type { Annotation } from "./annotation.ts";

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
  const failures = annotations.filter(({ level }) => failing.has(level)).length;
  const cases =
    annotations.length === 0 ? [`    <testcase classname="${xml(name)}" name="${xml(passed)}"/>`] : [];
  for (const annotation of annotations) cases.push(testCase(annotation, name, failing));
  return [
    `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    "  </testsuite>",
  ].join("\n");
}

/** The whole report. */
export function junitReport(suites: readonly string[]): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", ...suites, "</testsuites>", ""].join(
    "\n",
  );
}

function testCase(
  { level, rule, title, message, place, fingerprint }: Annotation,
  suite: string,
  failing: Suite["failing"],
): string {
  const { file, line, column } = place;
  const name = `${title} (${rule}, ${fingerprint})`;
  const text = xml(`${file}:${line}:${column}\n${message}`);
  const inner = failing.has(level)
    ? `<failure message="${xml(message.split("\n")[0] ?? "")}" type="${xml(rule)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${xml(suite)}" name="${xml(name)}" file="${xml(file)}" line="${line}">${inner}</testcase>`;
}

/** Text in XML 1.0 (section 2.2): what no document may hold, not even by its number, is replaced. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
