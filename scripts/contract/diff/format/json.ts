// The JSON format: the whole comparison, versioned, as defined by `verdict.schema.json`.
import { printableJson } from "../../cli/printable.ts";
import { jsonText } from "../../document/json-text.ts";
import type { Finding } from "../comparison.ts";
import type { Part } from "./formatter.ts";
import { excusedMessage, headline, type Review, idleMessage } from "../review.ts";

/** Incremented on changes that programs reading the format must adapt to. */
export const jsonVersion = 1;

/** Returns the whole report; proofs are omitted by default. */
export function jsonReport(
  review: Review,
  options: { readonly proofs: boolean; readonly clean: boolean },
): string {
  const { comparison, accepted, acceptedHere, idle, ignored = [], excused = [], note, version } = review;
  const { base, head, counts } = comparison;
  const findings = comparison.findings.filter(({ verdict }) => options.proofs || verdict !== "compatible");
  const report = {
    version: jsonVersion,
    base,
    head,
    ...(note !== undefined && { note }),
    headline: headline(review),
    clean: options.clean,
    counts,
    findings: findings.length === 0 ? [] : [mark],
    accepted: [...accepted.values()],
    acceptedHere: [...(acceptedHere ?? [])],
    ignored: ignored.map(({ finding, from, to, reason }) => ({
      finding: jsonFinding(finding),
      from,
      ...(to && { to }),
      reason,
    })),
    ...(excused.length > 0 && {
      excused: excused.map((one) => ({
        finding: jsonFinding(one.finding),
        by: one.by,
        message: excusedMessage(one),
      })),
    }),
    idle: idle.map((one) => ({ ...one, message: idleMessage(one) })),
    ...(version && { infoVersion: version }),
  };
  const text = printableJson(jsonText(report, 2));
  const at = findings.length === 0 ? -1 : text.indexOf(markLine);
  return at === -1 ? text : text.slice(0, at) + findingTexts(findings) + text.slice(at + markLine.length);
}

/** Where the texts of findings go: written at once, they would take several times their size. */
const mark = "(the findings)";
const markLine = `    "${mark}"`;

function findingTexts(findings: readonly Finding[]): string {
  return findings
    .map((finding) => printableJson(jsonText(jsonFinding(finding), 2)).replace(/^/gm, "    "))
    .join(",\n");
}

/** Combines the reports of several documents, by name. */
export function joinedReports(parts: readonly Part[]): string {
  const documents = parts.map(({ name, text }) => [name, JSON.parse(text) as unknown]);
  return printableJson(
    JSON.stringify({ version: jsonVersion, documents: Object.fromEntries(documents) as object }, null, 2),
  );
}

/** Returns a finding in the JSON format. */
export function jsonFinding(finding: Finding): object {
  const { base, head, witness, ...facts } = finding;
  return {
    ...facts,
    ...(base === undefined ? {} : { base: { pointer: base.pointer, ...base.source } }),
    ...(head === undefined ? {} : { head: { pointer: head.pointer, ...head.source } }),
    ...(witness === undefined ? {} : { witness }),
  };
}
