// Dispatches a report to its format.
import type { Terminal } from "../../cli/terminal.ts";
import { htmlReport } from "./html.ts";
import { jsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import type { ReportView } from "./report-view.ts";
import { sarifReport } from "./sarif.ts";
import { textReport } from "./text.ts";

/** Options of the formats. */
export interface PrintOptions {
  readonly terminal: Terminal;
  readonly toolVersion: string | undefined;
}

const printers = {
  text: (report, { terminal }) => textReport(report, terminal),
  json: jsonReport,
  junit: junitReport,
  sarif: (report, { toolVersion }) => sarifReport(report, toolVersion),
  markdown: markdownReport,
  html: htmlReport,
} as const satisfies Readonly<Record<string, (report: ReportView, options: PrintOptions) => string>>;

/** The name of a format, as `--format` accepts it. */
export type Format = keyof typeof printers;

export const formats = Object.keys(printers) as readonly Format[];

export function printReport(report: ReportView, format: Format, options: PrintOptions): string {
  const print: (report: ReportView, options: PrintOptions) => string = printers[format];
  return print(report, options);
}
