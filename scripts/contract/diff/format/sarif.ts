// Prints a review as SARIF 2.1.0, the format of code scanning (OASIS, sarif-v2.1.0).
import type { Log, ReportingDescriptor, Result } from "sarif";
import type { SourceLocation } from "../../document/document.ts";
import type { Finding } from "../comparison.ts";
import { acceptanceText, excusedMessage, type Review, idleMessage, versionMessage } from "../review.ts";
import { printableJson } from "../../cli/printable.ts";
import { sarifLocation, sarifLog } from "../../cli/reports/sarif-log.ts";
import type { Part } from "./formatter.ts";
import { requestMessage, responseMessage } from "./http-message.ts";
import { ruleNamed } from "../rules/table.ts";

/**
 * Returns the log as text. Accepted breaks are suppressed results, as readers of SARIF expect.
 *
 * @param toolVersion version of this tool's package
 */
export function formatSarif(review: Review, toolVersion?: string): string {
  const { findings, head } = review.comparison;
  const results = [
    ...findings.filter(({ verdict }) => verdict !== "compatible").map((finding) => resultOf(review, finding)),
    ...review.idle.map((idle) =>
      plainResult(`acceptance-${idle.state}`, idleMessage(idle), idle.entry.source),
    ),
  ];
  for (const excused of review.excused ?? []) {
    const place = { file: excused.by[0] ?? head, line: 1, column: 1 };
    results.push({ ...plainResult("excused", excusedMessage(excused), place), level: "warning" });
  }
  const version = versionMessage(review.version);
  if (version !== undefined) {
    results.push(plainResult("version-too-low", version, { file: head, line: 1, column: 1 }));
  }
  const rules = [...new Set(results.map(({ ruleId }) => ruleId ?? ""))].sort().map(descriptorOf);
  const invocations = review.note !== undefined && [
    {
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: "note" as const, message: { text: review.note } }],
    },
  ];
  return `${sarifLog({ name: "contract-diff", toolVersion, rules, results, ...(invocations && { invocations }) })}\n`;
}

/** Combines the logs: one run for each document. */
export function joinedLogs(parts: readonly Part[]): string {
  const logs = parts.map(({ text }) => JSON.parse(text) as Log);
  return printableJson(JSON.stringify({ ...logs[0], runs: logs.flatMap(({ runs }) => runs) }, null, 2));
}

const ownRules: Readonly<Record<string, string>> = {
  "acceptance-stale": "an entry of the accepted changes that accepts nothing any more",
  "acceptance-expired": "an entry of the accepted changes whose last day has passed",
  "acceptance-too-long": "an entry of the accepted changes whose last day is more than a year away",
  excused: "a break that the same change excuses by an edit outside the contract",
  "version-too-low": "an info.version bumped by less than the changes require",
};

const breakHelp =
  "An error carries an exchange that is valid for its sender and rejected by its receiver: send it to see for yourself. " +
  "Take the change back, or accept it with `contract diff accept <fingerprint> --reason <text>`; the fingerprint is " +
  "the result's partial fingerprint. A warning is undecided: look at it yourself. A note breaks no exchange.";

const ownHelp =
  "The accepted changes are in a file next to the contract: `contract diff accept` writes entries, `--prune` removes them. The " +
  "version is `info.version` of the document.";

function descriptorOf(id: string): ReportingDescriptor {
  const rule = ruleNamed(id);
  const summary = rule?.summary ?? ownRules[id] ?? id.replaceAll("-", " ");
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  const help = id in ownRules ? ownHelp : breakHelp;
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: id.replaceAll("-", " ") },
    fullDescription: { text: sentence },
    help: { text: help.replaceAll("`", ""), markdown: help },
    ...(rule && { properties: { tags: [rule.area, rule.kind] } }),
  };
}

const levels = { breaking: "error", undecided: "warning", notice: "note", compatible: "none" } as const;

function resultOf(review: Review, finding: Finding): Result {
  const { verdict, operation, side, place, rule, action, detail, fingerprint, witness, reason } = finding;
  const accepted = review.accepted.get(fingerprint);
  const { exchange } = witness ?? {};
  const proof = exchange?.response
    ? responseMessage(exchange.response)
    : exchange && requestMessage(exchange.request);
  const text = [
    `${verdict}: ${operation} ${side} ${place}: ${`${rule} ${action} ${detail}`.trim()}`,
    reason,
    proof,
    witness?.rejection.join("\n"),
  ].filter((part) => part !== undefined);
  const [main, other] = finding.head ? [finding.head, finding.base] : [finding.base, undefined];
  return {
    ruleId: rule,
    level: levels[verdict],
    message: { text: text.join("\n\n") },
    locations: main ? [sarifLocation(main.source, `${operation} ${side} ${place}`)] : [],
    // The location in base is in another revision of the file, so it is named, not linked.
    ...(other && {
      properties: { base: `${other.source.file}:${other.source.line}:${other.source.column}` },
    }),
    partialFingerprints: { "contractDiff/v1": fingerprint },
    ...(accepted && {
      suppressions: [
        { kind: "external", status: "accepted", justification: acceptanceText(review, accepted) },
      ],
    }),
  };
}

function plainResult(ruleId: string, text: string, source: SourceLocation): Result {
  return { ruleId, level: "error", message: { text }, locations: [sarifLocation(source)] };
}
