// The JSON format: everything a report says, versioned, as `report.schema.json` describes it.
import { printableJson } from "../../cli/printable.ts";
import type { ReportView } from "./report-view.ts";

/** Raised when a program that reads the format would have to change. */
export const jsonVersion = 1;

export function jsonReport(report: ReportView): string {
  return printableJson(JSON.stringify({ version: jsonVersion, ...report }, null, 2));
}
