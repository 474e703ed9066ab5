// Formats a report as JUnit XML, which every CI reads: a suite for each operation, a case for each check.
import { type TestCase, testSuite, testSuites } from "../../cli/reports/junit-xml.ts";
import { checks } from "../judge/checks.ts";
import type { FindingView } from "./finding-view.ts";
import type { ReportView } from "./report-view.ts";

export function junitReport(report: ReportView): string {
  const operations = new Set([...report.operations, ...report.findings].map(({ operation }) => operation));
  const suites = [...operations].map((operation) => {
    const findings = report.findings.filter((finding) => finding.operation === operation);
    return { operation, cases: casesOf(findings) };
  });
  return testSuites(
    suites.map(({ operation, cases }) => testSuite(operation, cases)),
    {
      name: "contract verify",
      tests: suites.reduce((sum, { cases }) => sum + cases.length, 0),
      failures: report.findings.filter(({ accepted }) => accepted === undefined).length,
      time: report.seconds,
    },
  );
}

/** Checks without a finding are one passed case each, so that CI shows a later failure as new. */
function casesOf(findings: readonly FindingView[]): TestCase[] {
  const failed = new Set<string>(findings.map(({ check }) => check));
  const passed = Object.keys(checks).filter((check) => !failed.has(check));
  return [...passed.map((name) => ({ name })), ...findings.map(caseOf)];
}

function caseOf(finding: FindingView): TestCase {
  const { check, place, accepted, expected, got, source, exchange, curl } = finding;
  return {
    name: `${check} ${place} ${finding.fingerprint}`,
    place: source,
    result:
      accepted === undefined
        ? {
            kind: "failure",
            type: check,
            message: `expected ${expected}; got ${got}`,
            text: [exchange.request, "", exchange.response, "", curl].join("\n"),
          }
        : { kind: "skipped", message: `accepted until ${accepted.expires}: ${accepted.reason}` },
  };
}
