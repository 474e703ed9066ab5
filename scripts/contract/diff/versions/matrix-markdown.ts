// Prints the matrix as Markdown for GitHub: the table, then the smallest exchanges, folded.
import { printable } from "../../cli/printable.ts";
import { foldedExchange } from "../format/markdown.ts";
import { code, html, markdownText } from "../format/markdown-text.ts";
import { printableReview } from "../format/printable-review.ts";
import { withShortWitness } from "../format/shorten-witness.ts";
import type { Finding } from "../comparison.ts";
import { reviewOf } from "../review.ts";
import type { MatrixCell } from "./matrix.ts";
import { playedHeadline, playedLines } from "./played.ts";
import { matrixHeadline, type MatrixReport, shownBreaks, verdictOf } from "./matrix-report.ts";

/** GitHub rejects a text of more than 65,536 characters. */
const limit = 60_000;

const signs = { breaking: "🔴", undecided: "🟡", compatible: "🟢", same: "·" } as const;

export function matrixMarkdown(report: MatrixReport): string {
  const names = report.versions.map(({ name }) => printable(name));
  const head = [
    `## Contract versions: ${markdownText(printable(matrixHeadline(report)))}`,
    table(report, names),
    "Numbers are breaks, each shown by an exchange; 🟢 is a proof that there is none, 🟡 is undecided.",
  ].join("\n\n");
  const shown = shownBreaks(report);
  const parts: string[] = [];
  let room = limit - head.length;
  for (const { finding, cells } of shown) {
    const text = exchange(printableFinding(finding), cells, names);
    if (text.length > room) break;
    room -= text.length;
    parts.push(text);
  }
  const left = shown.length - parts.length;
  const more = left > 0 ? [`_${left} more did not fit here; \`--format json\` has all._`] : [];
  return [head, ...parts, ...more, silentText(report, names), playText(report, names)]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function table({ versions, cells }: MatrixReport, names: readonly string[]): string {
  const heads = versions.map(({ until, isEnded }, at) => {
    const end = until === undefined ? "" : `<br><sub>${isEnded ? "ended" : "until"} ${until}</sub>`;
    return `<th>${code(names[at] ?? "")}${end}</th>`;
  });
  const rows = cells.map((row, client) => {
    const fields = row.map((cell) => `<td align="center">${cellText(cell)}</td>`);
    return `<tr>${heads[client] ?? ""}${fields.join("")}</tr>`;
  });
  return ["<table>", `<tr><th>clients ↓ servers →</th>${heads.join("")}</tr>`, ...rows, "</table>"].join(
    "\n",
  );
}

function cellText(cell: MatrixCell): string {
  const verdict = verdictOf(cell);
  const count = { breaking: cell.breaks.length, undecided: cell.undecided.length, compatible: 0, same: 0 }[
    verdict
  ];
  return count === 0 ? signs[verdict] : `${signs[verdict]} ${count}`;
}

function exchange(finding: Finding, cells: readonly MatrixCell[], names: readonly string[]): string {
  const { operation, side, place, rule, action, detail, reason, witness } = finding;
  const ways = cells.map(
    ({ client, server }) => `${code(names[client] ?? "")} → ${code(names[server] ?? "")}`,
  );
  const more = ways.length > 4 ? ` and ${ways.length - 4} more` : "";
  const what = [operation, side, place, rule, action, detail].filter((word) => word !== "").join(" ");
  return [
    `<p>${ways.slice(0, 4).join(", ")}${more}: ${html(what)}</p>`,
    reason === undefined ? "" : `<p>${html(reason)}</p>`,
    witness === undefined ? "" : foldedExchange(witness),
  ].join("");
}

function silentText({ silent }: MatrixReport, names: readonly string[]): string {
  if (silent.length === 0) return "";
  const lines = silent.slice(0, 20).map(({ client, server, finding }) => {
    const { operation, side, place, rule, action, detail } = finding();
    const what = [operation, side, place, rule, action, detail].filter((word) => word !== "").join(" ");
    return `- ${markdownText(`${names[client] ?? ""} → ${names[server] ?? ""}: ${printable(what)}`)}`;
  });
  const more = silent.length > 20 ? [`- and ${silent.length - 20} more`] : [];
  return ["No single step shows:", "", ...lines, ...more].join("\n");
}

function playText({ played }: MatrixReport, names: readonly string[]): string {
  if (played === undefined) return "";
  const lines = playedLines(played, names).slice(0, 40);
  const more = played.size > lines.length ? [`- and ${played.size - lines.length} more`] : [];
  return [`${playedHeadline(played)}:`, "", ...lines.map((line) => `- ${markdownText(line)}`), ...more].join(
    "\n",
  );
}

function printableFinding(finding: Finding): Finding {
  const counts = { operations: 0, breaking: 0, undecided: 0, notice: 0, compatible: 0 };
  const comparison = { base: "", head: "", findings: [withShortWitness(finding)], counts };
  const { findings } = printableReview(
    reviewOf(comparison, { accepted: new Map(), open: [], idle: [] }),
  ).comparison;
  return findings[0] ?? finding;
}
