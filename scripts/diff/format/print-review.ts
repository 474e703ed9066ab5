// A review in the format that was asked for.
import type { SourcePlace } from "../../document/document.ts";
import type { Comparison } from "../comparison.ts";
import type { Format } from "../diff-options.ts";
import { headline, idleMessage, type Review, versionMessage } from "../review.ts";
import { formatGithub } from "./github.ts";
import { formatHtml } from "./html.ts";
import { jsonReport } from "./json.ts";
import { formatMarkdown } from "./markdown.ts";
import { formatSarif } from "./sarif.ts";
import type { Terminal } from "./terminal.ts";
import { textReport } from "./text.ts";

export interface PrintOptions {
  readonly format: Format;
  readonly terminal: Terminal;
  readonly strict: boolean;
  readonly proofs: boolean;
  readonly clean: boolean;
  /** The contract's path, which is its name in every revision. */
  readonly document: string;
  /** Where the contract was found, when it is not where it was. */
  readonly note: string | undefined;
  readonly linesOf: (place: SourcePlace) => readonly string[] | undefined;
}

/** The report, without a line end. */
export function printReview(whole: Review, options: PrintOptions): string {
  const review = options.proofs ? whole : withoutProofs(whole);
  switch (options.format) {
    case "text":
      return textOf(review, options);
    case "json":
      return jsonReport(review, options);
    case "markdown":
      return formatMarkdown(review, options).trimEnd();
    case "github":
      return formatGithub(review, options.document).trimEnd();
    case "sarif":
      return formatSarif(review).trimEnd();
    case "html":
      return formatHtml(review, options.linesOf).trimEnd();
  }
}

function withoutProofs(review: Review): Review {
  const findings = review.comparison.findings.filter(({ verdict }) => verdict !== "compatible");
  return { ...review, comparison: { ...review.comparison, findings } };
}

/** Text knows findings only: an accepted break is printed as a notice that says who answers for it. */
function textOf(review: Review, { terminal, strict, proofs, note, clean }: PrintOptions): string {
  const report = textReport(withoutAccepted(review), { terminal, strict, proofs });
  const messages = [note, versionMessage(review.version), ...review.idle.map(idleMessage)];
  const said = messages.filter((message) => message !== undefined);
  if (said.length === 0 && review.accepted.size === 0) return report;
  // The last line is the verdict of the command, not of the exchanges alone.
  return [...said, report, `${clean ? "clean" : "not clean"}: ${headline(review)}`].join("\n");
}

function withoutAccepted({ comparison, accepted, open }: Review): Comparison {
  const findings = comparison.findings.map((finding) => {
    const entry = finding.verdict === "breaking" ? accepted.get(finding.fingerprint) : undefined;
    if (entry === undefined) return finding;
    const reason = `accepted by ${entry.author} until ${entry.expires}: ${entry.reason}`;
    return { ...finding, verdict: "notice" as const, reason };
  });
  const { counts } = comparison;
  const notice = counts.notice + counts.breaking - open.length;
  return { ...comparison, findings, counts: { ...counts, breaking: open.length, notice } };
}
