// The JSON format: the whole report, versioned, as `report.schema.json` describes it.
import { printableJson } from "../../cli/printable.ts";
import type { ReportView } from "./report-view.ts";

/** Version of the format, incremented on incompatible changes. */
export const jsonVersion = 1;

export function jsonReport(report: ReportView): string {
  return printableJson(JSON.stringify({ version: jsonVersion, ...report }, null, 2));
}
