// Formats the report for a terminal: each finding with a command to paste, then what was tested and what was
// not.
import { printable, printableLines } from "../../cli/printable.ts";
import { painter, type Terminal } from "../../cli/terminal.ts";
import type { FindingView } from "./finding-view.ts";
import type { OtherView, ReportView } from "./report-view.ts";

/** Maximum number of lines of one kind. */
const mostLines = 12;

export function textReport(report: ReportView, terminal: Terminal): string {
  const paint = painter(terminal);
  const lines = [
    ...report.findings.flatMap((finding) => [...findingLines(finding, paint), ""]),
    ...coverageLines(report),
    ...report.idle.map(
      ({ entry, state }) =>
        `${entry.fingerprint} is accepted and ${state}: take it out of the file, or renew it`,
    ),
    ...(report.left.length === 0
      ? []
      : [`left behind, since they could not be removed: ${report.left.map(printable).join(", ")}`]),
    ...(report.isComplete ? [] : ["the run was ended before all cases were tried"]),
    paint(
      report.clean ? "green" : "red",
      `${report.headline}; ${report.requests} requests in ${report.seconds} s`,
    ),
  ];
  return lines.join("\n");
}

type Paint = ReturnType<typeof painter>;

function findingLines(finding: FindingView, paint: Paint): string[] {
  const { check, operation, place, what, expected, got, fingerprint, source, accepted } = finding;
  const state = accepted === undefined ? paint("red", "finding") : paint("yellow", "accepted");
  return [
    `${state}  ${paint("bold", printable(operation))}  ${check}  ${printable(place)}  ${paint("dim", fingerprint)}`,
    `  ${printable(`${source.file}:${source.line}:${source.column}`)}  ${printable(what)}`,
    `  expected ${printable(expected)}`,
    `  got ${printable(got)}`,
    ...(accepted === undefined
      ? []
      : [
          `  accepted by ${printable(accepted.author)} until ${accepted.expires}: ${printable(accepted.reason)}`,
        ]),
    ...finding.before.map(
      ({ request, response }) => `  after  ${firstLine(request)}  →  ${firstLine(response)}`,
    ),
    ...indented(finding.exchange.request, "    "),
    ...indented(finding.exchange.response, "    → "),
    `  ${finding.curl}`,
    ...(finding.sdk === undefined ? [] : [`  ${printableLines(finding.sdk)}`]),
  ];
}

function firstLine(message: string): string {
  return printable(message.split("\n")[0] ?? "");
}

function indented(text: string, first: string): string[] {
  const lines = printableLines(text).split("\n");
  const rest = " ".repeat(first.length);
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}

function coverageLines(report: ReportView): string[] {
  const { operations, tried, all } = report;
  const reached = operations.filter((one) => one.reached).length;
  const statuses = operations.reduce((sum, { statuses: seen }) => sum + seen.length, 0);
  const declared = operations.reduce((sum, one) => sum + one.declared.length, 0);
  const untried = operations.flatMap(({ operation, constraints }) =>
    constraints.flatMap(({ place, keyword, valid, invalid }) => [
      ...(valid === "tried" ? [] : [`${operation} ${place} ${keyword}, kept to: ${valid}`]),
      ...(invalid === "tried" ? [] : [`${operation} ${place} ${keyword}, broken: ${invalid}`]),
    ]),
  );
  return [
    `constraints: ${tried} of ${all} sides tried`,
    ...listed(untried.sort((one, other) => Number(isImpossible(one)) - Number(isImpossible(other)))),
    `operations: ${reached} of ${operations.length} reached; ${statuses} statuses seen, ${declared} declared`,
    ...listed(
      operations
        .filter((one) => !one.reached)
        .map(({ operation, why }) => `${operation}: ${why ?? "no request of it succeeded"}`),
    ),
    ...otherLines("links", report.links),
    ...otherLines("security", report.security),
    ...otherLines("sequences", report.sequences),
  ];
}

function isImpossible(line: string): boolean {
  return line.includes(": cannot be tried: ");
}

function otherLines(name: string, all: readonly OtherView[]): string[] {
  if (all.length === 0) return [];
  const tried = all.filter(({ why }) => why === undefined).length;
  return [
    `${name}: ${tried} of ${all.length} tried`,
    ...listed(all.flatMap(({ name: one, why }) => (why === undefined ? [] : [`${one}: ${why}`]))),
  ];
}

function listed(lines: readonly string[]): string[] {
  const shown = lines.slice(0, mostLines).map((line) => `  ${printable(line)}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `  and ${rest} more: --format json has all`] : shown;
}
