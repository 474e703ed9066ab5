// Prints a review in the selected format. A new format is one file and one line of the record below.
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

/** Combines reports that are JSON arrays into one array. */
function joinedLists(parts: readonly Part[]): string {
  return printableJson(
    JSON.stringify(
      parts.flatMap(({ text }) => JSON.parse(text) as unknown[]),
      null,
      2,
    ),
  );
}

/** Returns the levels of a review that fail a test case. */
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

/** The name of a format, as `--format` accepts it. */
export type Format = keyof typeof formatters;

/** The names of all formats, the default first. */
export const formats = Object.keys(formatters) as Format[];

/**
 * True if a format names files from the root of the repository, for a CI system; false if from the working
 * folder, for a person.
 */
export function namesFromTop(format: Format): boolean {
  return format === "github" || format === "sarif" || format === "gitlab" || format === "junit";
}

/** True if reports of several documents are combined; otherwise they are printed one after the other. */
export function joinsReviews(format: Format): boolean {
  const formatter: Formatter = formatters[format];
  return formatter.join !== undefined;
}

/**
 * Combines reports of several documents, without a trailing line end. A single report is unchanged, except in
 * formats that wrap it in a common element (`joinsOne`).
 */
export function joinReviews(format: Format, parts: readonly Part[]): string {
  const formatter: Formatter = formatters[format];
  const isJoined = formatter.join !== undefined && (parts.length > 1 || formatter.joinsOne === true);
  return (isJoined ? (formatter.join?.(parts) ?? "") : (parts[0]?.text ?? "")).trimEnd();
}

/** Returns the report, without a trailing line end: the final output, or the input of `joinReviews`. */
export function printReview(whole: Review, format: Format, options: PrintOptions): string {
  const review = options.proofs ? whole : withoutProofs(whole);
  const formatter: Formatter = formatters[format];
  return formatter.print(formatter.wholeWitnesses === true ? review : shortened(review), options).trimEnd();
}

/** Shortens witnesses to a readable size; `contract diff --replay` sends them in full. */
function shortened(review: Review): Review {
  const findings = review.comparison.findings.map(withShortWitness);
  const ignored = review.ignored?.map((one) => ({ ...one, finding: withShortWitness(one.finding) }));
  return { ...review, comparison: { ...review.comparison, findings }, ...(ignored && { ignored }) };
}

/** Leaves out the changes that are proved to be compatible. */
function withoutProofs(review: Review): Review {
  const findings = review.comparison.findings.filter(({ verdict }) => verdict !== "compatible");
  return { ...review, comparison: { ...review.comparison, findings } };
}
