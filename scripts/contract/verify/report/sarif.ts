// A report as SARIF 2.1.0: each finding at its line of the document (OASIS, sarif-v2.1.0).
import type { Log, ReportingDescriptor, Result } from "sarif";
import { printableJson } from "../../cli/printable.ts";
import { checks } from "../judge/checks.ts";
import type { FindingView } from "./finding-view.ts";
import type { ReportView } from "./report-view.ts";

export function sarifReport(report: ReportView, toolVersion: string | undefined): string {
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "contract-verify",
            informationUri: "https://spec.openapis.org/oas/v3.1.1",
            ...(toolVersion !== undefined && { version: toolVersion, semanticVersion: toolVersion }),
            rules: Object.entries(checks).map(descriptorOf),
          },
        },
        columnKind: "utf16CodeUnits",
        results: report.findings.map(resultOf),
      },
    ],
  };
  return printableJson(JSON.stringify(log, null, 2));
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
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: source.file.split("/").map(encodeURIComponent).join("/") },
          region: { startLine: source.line, startColumn: source.column },
        },
        logicalLocations: [{ fullyQualifiedName: `${operation} ${place}` }],
      },
    ],
    partialFingerprints: { "contractVerify/v1": fingerprint },
    ...(accepted && {
      suppressions: [{ kind: "external", status: "accepted", justification: accepted.reason }],
    }),
  };
}
