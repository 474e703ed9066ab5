// Prints the matrix as JSON, versioned, as defined by `matrix.schema.json`.
import { printableJson } from "../../cli/printable.ts";
import { jsonText } from "../../document/json-text.ts";
import { jsonFinding } from "../format/json.ts";
import { withShortWitness } from "../format/shorten-witness.ts";
import { matrixHeadline, type MatrixReport, verdictOf } from "./matrix-report.ts";

/** Incremented on changes that programs reading the format must adapt to. */
export const matrixJsonVersion = 1;

export function matrixJson(report: MatrixReport): string {
  const { versions, cells, silent, clean, played } = report;
  const nameOf = (at: number) => versions[at]?.name ?? "";
  const json = {
    version: matrixJsonVersion,
    headline: matrixHeadline(report),
    clean,
    versions: versions.map(({ name, source, until, isEnded }) => ({
      name,
      source,
      ...(until !== undefined && { until }),
      ended: isEnded,
    })),
    cells: cells.flat().map((cell) => ({
      client: nameOf(cell.client),
      server: nameOf(cell.server),
      verdict: verdictOf(cell),
      breaks: cell.breaks.length,
      undecided: cell.undecided.length,
      ...(cell.smallest && { smallest: jsonFinding(withShortWitness(cell.smallest)) }),
      ...(played?.has(cell) === true && { played: played.get(cell) }),
    })),
    silent: silent.map(({ client, server, finding }) => ({
      client: nameOf(client),
      server: nameOf(server),
      finding: jsonFinding(withShortWitness(finding())),
    })),
  };
  return printableJson(jsonText(json, 2));
}
