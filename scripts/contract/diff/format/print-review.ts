// A review in the format that was asked for. A new format is one file and one line of the record below.
import type { Review } from "../review.ts";
import type { Formatter, PrintOptions } from "./formatter.ts";
import { formatGithub } from "./github.ts";
import { formatHtml } from "./html.ts";
import { jsonReport } from "./json.ts";
import { formatMarkdown } from "./markdown.ts";
import { pathsInHead } from "./paths-in-head.ts";
import { formatSarif } from "./sarif.ts";
import { withShortWitness } from "./shorten-witness.ts";
import { printText } from "./text-report.ts";

const formatters = {
  text: { print: printText, wholeWitnesses: true },
  json: { print: jsonReport },
  markdown: { print: formatMarkdown },
  github: { print: (review, { sides: { head } }) => formatGithub(pathsInHead(review, head), head.path) },
  sarif: {
    print: (review, { sides, toolVersion }) => formatSarif(pathsInHead(review, sides.head), toolVersion),
  },
  html: { print: (review, { linesOf }) => formatHtml(review, linesOf) },
} satisfies Record<string, Formatter>;

/** The name of a format, as `--format` takes it. */
export type Format = keyof typeof formatters;

/** The names of all formats, the default first. */
export const formats = Object.keys(formatters) as Format[];

/** The report, without a line end. */
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
