// Prints the matrix for a terminal: a table of numbers, then the smallest exchange of each failing cell.
import { printable } from "../../cli/printable.ts";
import { greatest } from "../../document/long-lists.ts";
import { findingLines } from "../format/text.ts";
import { painter, type Paint, type Terminal } from "../../cli/terminal.ts";
import { cut } from "../format/elide.ts";
import type { MatrixCell } from "./matrix.ts";
import { type PlayedCells, playedHeadline, playedLines } from "./played.ts";
import { matrixHeadline, type MatrixReport, shownBreaks, verdictOf } from "./matrix-report.ts";

const colours = { breaking: "red", undecided: "yellow", compatible: "green", same: "dim" } as const;

/** Maximum number of printed exchanges; further ones are counted. */
const mostShown = 20;

/** Returns the text. No line is wider than the terminal. */
export function matrixText(report: MatrixReport, terminal: Terminal): string {
  const paint = painter(terminal);
  const names = report.versions.map(({ name }) => printable(name));
  const shown = shownBreaks(report);
  const blocks = shown
    .slice(0, mostShown)
    .flatMap(({ finding, cells }) => [
      ...wayLines(cells, names, terminal),
      ...findingLines(finding, terminal),
      "",
    ]);
  return [
    ...table(report, names, { terminal, paint }),
    "",
    ...blocks,
    ...(shown.length > mostShown ? [`${shown.length - mostShown} more exchanges: --format json`, ""] : []),
    ...silentLines(report, names, terminal),
    ...(report.played === undefined ? [] : playLines(report.played, names, terminal)),
    paint(
      report.clean ? "green" : "red",
      cut(`${stateOf(report)}: ${printable(matrixHeadline(report))}`, terminal.columns),
    ),
  ].join("\n");
}

function playLines(played: PlayedCells, names: readonly string[], { columns }: Terminal): string[] {
  const lines = playedLines(played, names).slice(0, mostShown);
  const more = played.size > mostShown ? [`  and ${played.size - mostShown} more: --format json`] : [];
  return [`${playedHeadline(played)}:`, ...lines.map((line) => cut(`  ${line}`, columns)), ...more, ""];
}

function stateOf({ clean, cells }: MatrixReport): string {
  if (!clean) return "breaking";
  const isOpen = cells.some((row) => (row.at(-1)?.undecided.length ?? 0) > 0);
  return isOpen ? "undecided" : "compatible";
}

function table(
  { versions, cells }: MatrixReport,
  names: readonly string[],
  { terminal, paint }: { readonly terminal: Terminal; readonly paint: Paint },
): string[] {
  const heads = versions.map(({ until, isEnded }, at) => {
    const end = until === undefined ? "" : ` (${isEnded ? "ended" : "until"} ${until})`;
    return `${names[at] ?? ""}${end}`;
  });
  const first = Math.min(
    greatest(
      heads.map(({ length }) => length),
      18,
    ),
    40,
  );
  const room = Math.max(4, Math.floor((terminal.columns - first) / Math.max(1, names.length)) - 2);
  const widths = names.map((name) => Math.max(3, Math.min(Array.from(name).length, room)));
  const head = [
    "clients ↓ servers →".padEnd(first),
    ...names.map((name, at) => cut(name, widths[at]!).padStart(widths[at]!)),
  ];
  return [
    head.join("  "),
    ...cells.map((row, client) =>
      [
        cut(heads[client] ?? "", first).padEnd(first),
        ...row.map((cell, server) => {
          const text = cellText(cell).padStart(widths[server]!);
          return paint(versions[client]!.isEnded ? "dim" : colours[verdictOf(cell)], text);
        }),
      ].join("  "),
    ),
    paint(
      "dim",
      "numbers are breaks, each with an exchange; ok is a proof that there is none; ? is undecided",
    ),
  ].map((line) => line.trimEnd());
}

/** Returns `3`, `?2`, `ok`, `·`. */
export function cellText(cell: MatrixCell): string {
  const { breaks, undecided } = cell;
  const texts = {
    same: "·",
    compatible: "ok",
    undecided: `?${undecided.length}`,
    breaking: String(breaks.length),
  };
  return texts[verdictOf(cell)];
}

/** Returns `v1.0 → v1.2, and in v1.0 → v1.3`. */
function wayLines(cells: readonly MatrixCell[], names: readonly string[], { columns }: Terminal): string[] {
  const ways = cells.map(({ client, server }) => `${names[client] ?? ""} → ${names[server] ?? ""}`);
  const more = ways.length > 4 ? ` and ${ways.length - 4} more` : "";
  return [cut(`clients → server: ${ways.slice(0, 4).join(", ")}${more}`, columns)];
}

function silentLines({ silent }: MatrixReport, names: readonly string[], terminal: Terminal): string[] {
  if (silent.length === 0) return [];
  const lines = silent.slice(0, mostShown).map(({ client, server, finding }) => {
    const { operation, side, place, rule, action, detail } = finding();
    const what = [operation, side, place, rule, action, detail].filter((word) => word !== "").join(" ");
    return cut(`  ${names[client] ?? ""} → ${names[server] ?? ""}  ${printable(what)}`, terminal.columns);
  });
  const more = silent.length > mostShown ? [`  and ${silent.length - mostShown} more`] : [];
  return ["no single step shows:", ...lines, ...more, ""];
}
