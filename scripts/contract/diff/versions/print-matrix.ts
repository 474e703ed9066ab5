// Prints the matrix in the selected format. A new format is one file and one line of the record below.
import type { Terminal } from "../../cli/terminal.ts";
import { matrixHtml } from "./matrix-html.ts";
import { matrixJson } from "./matrix-json.ts";
import { matrixMarkdown } from "./matrix-markdown.ts";
import type { MatrixReport } from "./matrix-report.ts";
import { matrixText } from "./matrix-text.ts";

const formatters = {
  text: matrixText,
  json: matrixJson,
  markdown: matrixMarkdown,
  html: matrixHtml,
} satisfies Record<string, (report: MatrixReport, terminal: Terminal) => string>;

/** The name of a format of the matrix. */
export type MatrixFormat = keyof typeof formatters;

/** The names of all formats of the matrix, the default first. */
export const matrixFormats = Object.keys(formatters) as MatrixFormat[];

/** The report, without a line end. */
export function printMatrix(report: MatrixReport, format: MatrixFormat, terminal: Terminal): string {
  const print: (report: MatrixReport, terminal: Terminal) => string = formatters[format];
  return print(report, terminal).trimEnd();
}
