// Formats a report as SARIF 2.1.0: each finding at its line of the document (OASIS, sarif-v2.1.0).
import type { ReportingDescriptor, Result } from "sarif";
import { sarifLocation, sarifLog } from "../../cli/reports/sarif-log.ts";
import { checks } from "../judge/checks.ts";
import type { FindingView } from "./finding-view.ts";
import type { ReportView } from "./report-view.ts";

export function sarifReport(report: ReportView, toolVersion: string | undefined): string {
  return sarifLog({
    name: "contract-verify",
    toolVersion,
    rules: Object.entries(checks).map(descriptorOf),
    results: report.findings.map(resultOf),
  });
}

function descriptorOf([id, sentence]: readonly [string, string]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: id.replaceAll("-", " ") },
    fullDescription: { text: sentence.replaceAll("`", "") },
  };
}

function resultOf(finding: FindingView): Result {
  const { check, operation, place, expected, got, source, fingerprint, accepted } = finding;
  const text = [
    `${operation} ${place}: expected ${expected}; got ${got}`,
    finding.exchange.request,
    finding.exchange.response,
    finding.curl,
  ];
  return {
    ruleId: check,
    level: "error",
    message: { text: text.join("\n\n") },
    locations: [sarifLocation(source, `${operation} ${place}`)],
    partialFingerprints: { "contractVerify/v1": fingerprint },
    ...(accepted && {
      suppressions: [{ kind: "external", status: "accepted", justification: accepted.reason }],
    }),
  };
}
