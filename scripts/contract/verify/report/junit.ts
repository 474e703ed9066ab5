// JUnit's XML, which every CI reads: a suite for each operation, a case for each check.
import { checks } from "../judge/checks.ts";
import type { FindingView } from "./finding-view.ts";
import type { ReportView } from "./report-view.ts";

export function junitReport(report: ReportView): string {
  const operations = [
    ...new Set([
      ...report.operations.map(({ operation }) => operation),
      ...report.findings.map(({ operation }) => operation),
    ]),
  ];
  const suites = operations.map((operation) =>
    suite(
      operation,
      report.findings.filter((finding) => finding.operation === operation),
    ),
  );
  const failures = report.findings.filter(({ accepted }) => accepted === undefined).length;
  const tests = suites.reduce((sum, { tests: own }) => sum + own, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="contract verify" tests="${tests}" failures="${failures}" time="${report.seconds}">`,
    ...suites.map(({ text }) => text),
    "</testsuites>",
  ].join("\n");
}

/** Checks without a finding are one case each that passed, so that a later failure shows as one. */
function suite(
  operation: string,
  findings: readonly FindingView[],
): { readonly text: string; readonly tests: number } {
  const failed = new Set(findings.map(({ check }) => check));
  const passed = Object.keys(checks).filter((check) => !failed.has(check));
  const cases = [
    ...passed.map((check) => `    <testcase classname="${attribute(operation)}" name="${check}"/>`),
    ...findings.map((finding) => caseOf(operation, finding)),
  ];
  const failures = findings.filter(({ accepted }) => accepted === undefined).length;
  const skipped = findings.length - failures;
  return {
    tests: cases.length,
    text: [
      `  <testsuite name="${attribute(operation)}" tests="${cases.length}" failures="${failures}" skipped="${skipped}">`,
      ...cases,
      "  </testsuite>",
    ].join("\n"),
  };
}

function caseOf(operation: string, finding: FindingView): string {
  const { check, place, accepted, expected, got, source } = finding;
  const name = `${check} ${place} ${finding.fingerprint}`;
  const open = `    <testcase classname="${attribute(operation)}" name="${attribute(name)}" file="${attribute(source.file)}" line="${source.line}">`;
  if (accepted !== undefined)
    return `${open}<skipped message="${attribute(`accepted until ${accepted.expires}: ${accepted.reason}`)}"/></testcase>`;
  const text = [finding.exchange.request, "", finding.exchange.response, "", finding.curl].join("\n");
  return `${open}<failure type="${check}" message="${attribute(`expected ${expected}; got ${got}`)}">${content(text)}</failure></testcase>`;
}

function attribute(text: string): string {
  return content(text)
    .replaceAll('"', "&quot;")
    .replaceAll(/[\n\r\t]/g, " ");
}

/** XML 1.0 has no way to write most control characters and halves of surrogate pairs: a mark stands for each. */
function content(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
