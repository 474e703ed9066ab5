// A review in the format that was asked for. A new format is one file and one line of the record below.
import type { Annotation } from "../../cli/reports/annotation.ts";
import { codeQuality } from "../../cli/reports/code-quality.ts";
import { junitReport, junitSuite } from "../../cli/reports/junit.ts";
import { printableJson } from "../../cli/printable.ts";
import { headline, type Review } from "../review.ts";
import { annotationsOf } from "./annotations.ts";
import type { Formatter, Part, PrintOptions } from "./formatter.ts";
import { formatGithub } from "./github.ts";
import { formatHtml } from "./html.ts";
import { joinedReports, jsonReport } from "./json.ts";
import { formatMarkdown, joinedComments } from "./markdown.ts";
import { pathFromTop } from "../../cli/reports/path-from-top.ts";
import { pathsInHead } from "./paths-in-head.ts";
import { formatSarif, joinedLogs } from "./sarif.ts";
import { withShortWitness } from "./shorten-witness.ts";
import { printText } from "./text-report.ts";

/** The list of each document's entries as one. */
function joinedLists(parts: readonly Part[]): string {
  return printableJson(
    JSON.stringify(
      parts.flatMap(({ text }) => JSON.parse(text) as unknown[]),
      null,
      2,
    ),
  );
}

/** What of a review fails a test case. */
function failingLevels({ failOn }: PrintOptions): ReadonlySet<Annotation["level"]> {
  if (failOn === "breaking") return new Set(["error"]);
  return new Set(failOn === "undecided" ? ["error", "warning"] : ["error", "warning", "notice"]);
}

function inHead(review: Review, { sides: { head }, folder }: PrintOptions): Review {
  return pathsInHead(review, head, folder);
}

function headPath({ sides: { head }, folder = "" }: PrintOptions): string {
  return pathFromTop(folder, head.path);
}

const formatters = {
  text: { print: printText, wholeWitnesses: true },
  json: { print: jsonReport, join: joinedReports },
  markdown: { print: formatMarkdown, join: joinedComments },
  github: { print: (review, options) => formatGithub(inHead(review, options), headPath(options)) },
  sarif: {
    print: (review, options) => formatSarif(inHead(review, options), options.toolVersion),
    join: joinedLogs,
  },
  gitlab: {
    print: (review, options) => codeQuality(annotationsOf(inHead(review, options), headPath(options))),
    join: joinedLists,
  },
  junit: {
    print: (review, options) =>
      junitSuite(annotationsOf(inHead(review, options), headPath(options)), {
        name: `contract diff ${options.document}`,
        passed: headline(review),
        failing: failingLevels(options),
      }),
    join: (parts) => junitReport(parts.map(({ text }) => text)),
    joinsOne: true,
  },
  html: { print: (review, { linesOf }) => formatHtml(review, linesOf) },
} satisfies Record<string, Formatter>;

/** The name of a format, as `--format` takes it. */
export type Format = keyof typeof formatters;

/** The names of all formats, the default first. */
export const formats = Object.keys(formatters) as Format[];

/** Whether files are named from the top of the repository: by what platforms read, and not by what people do. */
export function namesFromTop(format: Format): boolean {
  return format === "github" || format === "sarif" || format === "gitlab" || format === "junit";
}

/** Whether reports of several documents are one, or are printed one after the other. */
export function joinsReviews(format: Format): boolean {
  const formatter: Formatter = formatters[format];
  return formatter.join !== undefined;
}

/** Reports of several documents as one, without a line end; of one document, that one. */
export function joinReviews(format: Format, parts: readonly Part[]): string {
  const formatter: Formatter = formatters[format];
  const isJoined = formatter.join !== undefined && (parts.length > 1 || formatter.joinsOne === true);
  return (isJoined ? (formatter.join?.(parts) ?? "") : (parts[0]?.text ?? "")).trimEnd();
}

/** The report, without a line end: all that is to be printed, or what `joinReviews` takes. */
export function printReview(whole: Review, format: Format, options: PrintOptions): string {
  const said = options.proofs ? whole : withoutProofs(whole);
  const formatter: Formatter = formatters[format];
  return formatter.print(formatter.wholeWitnesses === true ? said : shortened(said), options).trimEnd();
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
