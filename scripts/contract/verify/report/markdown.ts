// Formats a report as Markdown: a table of findings with collapsed requests, and the coverage by operation.
import { code, html, markdownText, preformatted } from "../../diff/format/markdown-text.ts";
import { printable, printableLines } from "../../cli/printable.ts";
import type { FindingView } from "./finding-view.ts";
import type { OperationView, ReportView } from "./report-view.ts";

export function markdownReport(report: ReportView): string {
  return [
    `## ${markdownText(report.headline)}`,
    "",
    `${markdownText(printable(report.document))} against ${markdownText(printable(report.target))}: ${report.requests} requests in ${report.seconds} s.`,
    ...report.findings.flatMap((finding) => ["", ...findingBlock(finding)]),
    "",
    "| operation | requests | statuses | constraints tried |",
    "| --- | ---: | --- | ---: |",
    ...report.operations.map(row),
    "",
  ].join("\n");
}

function row({ operation, requests, statuses, tried, all, why }: OperationView): string {
  const seen = why === undefined ? statuses.join(" ") : markdownText(why);
  return `| ${markdownText(printable(operation))} | ${requests} | ${seen} | ${tried} of ${all} |`;
}

function findingBlock(finding: FindingView): string[] {
  const { check, operation, place, expected, got, source, fingerprint, accepted } = finding;
  const state =
    accepted === undefined
      ? ""
      : ` (accepted until ${accepted.expires}: ${html(printable(accepted.reason))})`;
  return [
    "<details>",
    `<summary>${code(printable(operation))} ${html(check)} ${code(printable(place))} ${code(fingerprint)}${state}</summary>`,
    "",
    `<p>${code(printable(`${source.file}:${source.line}`))}: expected ${html(printable(expected))}; got ${html(printable(got))}</p>`,
    ...[finding.exchange.request, finding.exchange.response, finding.curl].map(
      (text) => `<pre>${preformatted(printableLines(text))}</pre>`,
    ),
    "</details>",
  ];
}
