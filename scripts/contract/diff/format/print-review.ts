// A review in the format that was asked for.
import type { SourcePlace } from "../../document/document.ts";
import type { Format } from "../diff-options.ts";
import type { Sides } from "../read-sides.ts";
import { headline, idleMessage, type Review, versionMessage } from "../review.ts";
import { formatGithub } from "./github.ts";
import { formatHtml } from "./html.ts";
import { pathsInHead } from "./paths-in-head.ts";
import { jsonReport } from "./json.ts";
import { formatMarkdown } from "./markdown.ts";
import { printableReview } from "./printable-review.ts";
import { formatSarif } from "./sarif.ts";
import { withShortWitness } from "./shorten-witness.ts";
import type { Terminal } from "./terminal.ts";
import { textReview } from "./text.ts";

export interface PrintOptions {
  readonly format: Format;
  readonly terminal: Terminal;
  readonly proofs: boolean;
  readonly clean: boolean;
  /** The contract's path, which is its name in every revision. */
  readonly document: string;
  readonly sides: Pick<Sides, "head">;
  readonly toolVersion: string;
  /** The command that accepts a break. */
  readonly acceptCommand: (fingerprint: string) => string;
  readonly linesOf: (place: SourcePlace) => readonly string[] | undefined;
}

/** The report, without a line end. */
export function printReview(whole: Review, options: PrintOptions): string {
  const said = options.proofs ? whole : withoutProofs(whole);
  // Lines of text leave out what is long themselves.
  const review = options.format === "text" ? said : shortened(said);
  switch (options.format) {
    case "text":
      return textOf(review, options);
    case "json":
      return jsonReport(review, options);
    case "markdown":
      return formatMarkdown(review, options).trimEnd();
    case "github":
      return formatGithub(pathsInHead(review, options.sides.head), options.sides.head.path).trimEnd();
    case "sarif":
      return formatSarif(pathsInHead(review, options.sides.head), options.toolVersion).trimEnd();
    case "html":
      return formatHtml(review, options.linesOf).trimEnd();
  }
}

/** Witnesses of a size that can be read; replay sends them whole. */
function shortened(review: Review): Review {
  const findings = review.comparison.findings.map(withShortWitness);
  const ignored = review.ignored?.map((one) => ({ ...one, finding: withShortWitness(one.finding) }));
  return { ...review, comparison: { ...review.comparison, findings }, ...(ignored && { ignored }) };
}

function withoutProofs(review: Review): Review {
  const findings = review.comparison.findings.filter(({ verdict }) => verdict !== "compatible");
  return { ...review, comparison: { ...review.comparison, findings } };
}

function textOf(review: Review, { terminal, proofs, clean }: PrintOptions): string {
  const report = textReview(review, { terminal, proofs });
  const { note, version, idle } = printableReview(review);
  const messages = [note, versionMessage(version), ...idle.map(idleMessage)];
  const said = messages.filter((message) => message !== undefined);
  const { open, accepted, comparison } = review;
  // Breaks and what is undecided say themselves whether they let the command fail.
  const isSaid = open.length > 0 || comparison.counts.undecided > 0 || clean;
  if (said.length === 0 && accepted.size === 0 && isSaid) return report;
  // The last line is the verdict of the command, not of the exchanges alone.
  return [...said, report, `${clean ? "clean" : "not clean"}: ${headline(review)}`].join("\n");
}
