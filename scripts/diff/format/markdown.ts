// A review as a comment on a pull request: the verdict first, then a table with each witness folded below its row.
import type { Comparison, Finding, Verdict } from "../comparison.ts";
import { headline, idleMessage, type Review, versionMessage } from "../review.ts";
import { bySameChange } from "../same-change.ts";
import { curlCommand } from "./curl-command.ts";
import { elided } from "./elide.ts";
import { requestMessage, responseMessage } from "./http-message.ts";

/** The first line of the comment, by which a workflow finds the one it wrote before; a comment for each contract. */
export function commentMarker(document: string): string {
  return `<!-- contract-diff: ${document.replaceAll("--", "&#45;&#45;")} -->`;
}

export interface MarkdownOptions {
  /** The contract's path. */
  readonly document: string;
  /** Where the contract was found, when it is not where it was. */
  readonly note?: string | undefined;
  /** The most characters the comment may have; what does not fit is counted in its last line. */
  readonly limit?: number;
}

/** GitHub refuses a comment of more than 65,536 characters. */
const commentLimit = 65_000;

/** A body or header longer than this is cut in the middle: the JSON format has it whole. */
const messageLimit = 4_000;

const signs: Record<Verdict | "accepted", string> = {
  breaking: "🔴 breaking",
  accepted: "🟠 accepted",
  undecided: "🟡 undecided",
  notice: "🔵 notice",
  compatible: "🟢 compatible",
};

/** The comment: what is open first, then what is undecided, and what breaks nothing folded away. */
export function formatMarkdown(review: Review, options: MarkdownOptions): string {
  const { document, note, limit = commentLimit } = options;
  const head = [
    commentMarker(document),
    `## Contract diff: ${headline(review)}`,
    ...[...(note === undefined ? [] : [note]), ...messages(review)].map(
      (message) => `> ${escapeMarkdown(message)}`,
    ),
    scope(review.comparison),
  ].join("\n\n");
  const groups = bySameChange(review.comparison.findings).sort((a, b) => rank(review, a) - rank(review, b));
  const loud = groups.filter(([first]) => first?.verdict === "breaking" || first?.verdict === "undecided");
  const quiet = groups.filter((group) => !loud.includes(group));
  let room = limit - head.length - closing(groups.length).length - 200;
  const fitting = (all: readonly (readonly Finding[])[]): string[] => {
    const rows: string[] = [];
    for (const [first, ...others] of all) {
      if (first === undefined) continue;
      const full = row(review, first, others);
      const short = summaryRow(review, first, others);
      const taken = full.length < room - 20 * (all.length - rows.length) ? full : short;
      if (taken.length > room) break;
      room -= taken.length + 1;
      rows.push(taken);
    }
    return rows;
  };
  const shownLoud = fitting(loud);
  const shownQuiet = shownLoud.length === loud.length ? fitting(quiet) : [];
  const left = groups.length - shownLoud.length - shownQuiet.length;
  return [
    head,
    shownLoud.length > 0 ? table(shownLoud) : "",
    shownQuiet.length > 0
      ? `<details><summary>${quiet.length} more that break nothing</summary>\n\n${table(shownQuiet)}\n</details>`
      : "",
    left > 0 ? closing(left) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function messages(review: Review): string[] {
  const version = versionMessage(review.version);
  return [...(version === undefined ? [] : [version]), ...review.idle.map(idleMessage)];
}

function scope({ base, head, counts }: Comparison): string {
  return `${code(base)} → ${code(head)} · ${counts.operations} operations looked at`;
}

function closing(left: number): string {
  return `_${left} more did not fit here; \`contract diff --format json\` has all._`;
}

/** Open breaks first, then what is undecided, what somebody answers for, and the rest. */
function rank(review: Review, [first]: readonly Finding[]): number {
  if (first === undefined) return 5;
  const { verdict, fingerprint } = first;
  if (verdict === "breaking") return review.accepted.has(fingerprint) ? 2 : 0;
  return { undecided: 1, notice: 3, compatible: 4 }[verdict];
}

function table(rows: readonly string[]): string {
  const head = "<tr><th>verdict</th><th>operation</th><th>where</th><th>change</th></tr>";
  return ["<table>", head, ...rows, "</table>"].join("\n");
}

function summaryRow(review: Review, finding: Finding, others: readonly Finding[]): string {
  const { verdict, operation, side, place, rule, action, detail, fingerprint, base, head } = finding;
  const source = (head ?? base)?.source;
  const cells = [
    signs[review.accepted.has(fingerprint) ? "accepted" : verdict],
    operationCell(operation, others),
    `${side} ${html(place)}`,
    `${html(`${rule} ${action} ${detail}`.trim())}<br><sub>${source ? html(`${source.file}:${source.line}:${source.column}`) : ""} · ${fingerprint}</sub>`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function row(review: Review, finding: Finding, others: readonly Finding[]): string {
  const proof = evidence(review, finding);
  const summary = summaryRow(review, finding, others);
  return proof === "" ? summary : `${summary}\n<tr><td colspan="4">${proof}</td></tr>`;
}

/** The operation, and the others that the same change shows in. */
function operationCell(operation: string, others: readonly Finding[]): string {
  const names = new Set(others.map((other) => other.operation).filter((name) => name !== operation));
  const shown = [...names].slice(0, 5).map(html).join(", ");
  const more = names.size > 5 ? ` and ${names.size - 5} more` : "";
  return names.size === 0 ? html(operation) : `${html(operation)}<br><sub>also in ${shown}${more}</sub>`;
}

/** What folds open below a row: the exchange, who refuses it and why, and how to accept it. */
function evidence(review: Review, { witness, reason, fingerprint, verdict }: Finding): string {
  const accepted = review.accepted.get(fingerprint);
  const notes = [
    reason === undefined ? "" : `<p>${html(reason)}</p>`,
    accepted
      ? `<p>accepted by ${html(accepted.author)} until ${accepted.expires}: ${html(accepted.reason)}</p>`
      : "",
  ].join("");
  if (!witness) return notes;
  const { request, response } = witness.exchange;
  const receiver = witness.sender === "base" ? "head" : "base";
  const title = `${witness.sender} allows ${response ? "this answer" : "this request"}, ${receiver} does not`;
  const blocks = [
    pre("http", requestMessage(request)),
    response ? pre("http", responseMessage(response)) : pre("sh", curlCommand(request)),
    `<p>${receiver}: ${witness.refusal.map(html).join("<br>")}</p>`,
    notes,
    verdict === "breaking" && !accepted
      ? `<p>If this is meant: <code>contract diff accept ${fingerprint} --reason "…"</code></p>`
      : "",
  ];
  return `<details><summary>${title}</summary>${blocks.join("")}</details>`;
}

function pre(language: string, text: string): string {
  // Line ends as entities: a blank line would end the HTML block that GitHub reads the table as.
  const inner = html(elided(text, messageLimit)).replaceAll("\n", "&#10;");
  return `<pre lang="${language}">${inner}</pre>`;
}

/** Text inside HTML; the at sign too, so that no witness notifies anybody. */
function html(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("@", "&#64;");
}

function code(text: string): string {
  return `<code>${html(text)}</code>`;
}

function escapeMarkdown(text: string): string {
  return text.replaceAll("\n", " ").replace(/[\\`*_[\]<>@|~#]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
