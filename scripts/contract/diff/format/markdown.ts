// Prints a review as a comment on a pull request: the verdict first, then a table with each witness folded
// below its row.
import { printable, printableJson, printableLines, unprinted } from "../../cli/printable.ts";
import type { Finding, Verdict, Witness } from "../comparison.ts";
import type { HttpRequest, HttpResponse } from "../../exchange/http.ts";
import { acceptanceText, type Review, stateOf } from "../review.ts";
import type { Part } from "./formatter.ts";
import { type Beginning, beginningOf } from "./beginning.ts";
import { bySameChange } from "../same-change.ts";
import { curlCommand } from "./curl-command.ts";
import { elided } from "./elide.ts";
import { isJsonBody, requestMessage, responseMessage } from "./http-message.ts";
import { code, html, markdownText, preformatted } from "./markdown-text.ts";
import { printableReview } from "./printable-review.ts";

/**
 * Returns the first line of the comment, by which a workflow finds its earlier one; one comment for each
 * contract.
 */
export function commentMarker(document: string): string {
  return `<!-- contract-diff: ${printable(document).replaceAll("--", "&#45;&#45;")} -->`;
}

/** Options of the Markdown format. */
export interface MarkdownOptions {
  /** The contract's path. */
  readonly document: string;
  /** Returns the command that accepts a break. */
  readonly acceptCommand?: (fingerprint: string) => string;
  /** Maximum number of characters of the comment; omitted rows are counted in its last line. */
  readonly limit?: number | undefined;
}

/** GitHub rejects comments of more than 65,536 characters. */
export const commentLimit = 65_000;

/** Length above which the middle of a name, reason or location is removed. */
const longestText = 600;

/** Length above which the middle of a body or header is removed: the JSON format has it in full. */
const messageLimit = 4_000;

const signs: Record<Verdict | "accepted", string> = {
  breaking: "🔴 breaking",
  accepted: "🟠 accepted",
  undecided: "🟡 undecided",
  notice: "🔵 notice",
  compatible: "🟢 compatible",
};

/** Returns the comment: open breaks first, then undecided findings; everything else is folded. */
export function formatMarkdown(raw: Review, options: MarkdownOptions): string {
  const { document, limit = commentLimit } = options;
  const review = printableReview(raw);
  const beginning = beginningOf(review);
  const head = [
    commentMarker(document),
    `## ${beginning.title}`,
    ...messages(beginning).map((message) => `> ${message}`),
    scope(beginning),
  ].join("\n\n");
  const groups = bySameChange(review.comparison.findings, ({ fingerprint }) =>
    review.accepted.has(fingerprint),
  ).sort((a, b) => rank(review, a) - rank(review, b));
  const loud = groups.filter(([first]) => first?.verdict === "breaking" || first?.verdict === "undecided");
  const quiet = groups.filter((group) => !loud.includes(group));
  const room = new Room(limit - head.length - closing(groups.length).length - frame);
  const shownLoud = fitting({ review, options }, loud, room);
  const shownQuiet = shownLoud.length === loud.length ? fitting({ review, options }, quiet, room) : [];
  const left = groups.length - shownLoud.length - shownQuiet.length;
  return [
    head,
    shownLoud.length > 0 ? table(shownLoud) : "",
    shownQuiet.length > 0 && loud.length === 0 ? table(shownQuiet) : "",
    shownQuiet.length > 0 && loud.length > 0
      ? `<details><summary>${quiet.length} more that break nothing</summary>\n\n${table(shownQuiet)}\n</details>`
      : "",
    left > 0 ? closing(left) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** Combines the comments of several documents into one, with a marker of its own. */
export function joinedComments(parts: readonly Part[]): string {
  const sections = parts.map(({ name, text }) => {
    const [first = "", ...rest] = text.split("\n");
    const body = first.startsWith("<!--") ? rest.join("\n").trimStart() : text;
    return body.replace(/^## /, `## ${html(printable(name))}: `);
  });
  return [commentMarker("all documents"), ...sections].join("\n\n");
}

/** Returns the comment for a comparison that could not run: the message of the log, without markup. */
export function formatFailure(document: string, error: string): string {
  return [commentMarker(document), "## Contract diff: could not run", pre("text", printableLines(error))]
    .join("\n\n")
    .concat("\n");
}

/** Number of characters of two tables, their heads and a fold. */
const frame = 500;

/** Number of characters left. */
class Room {
  left: number;
  constructor(left: number) {
    this.left = left;
  }
}

interface Shown {
  readonly review: Review;
  readonly options: MarkdownOptions;
}

/** Adds a row for each group while there is room; exchanges are omitted first. */
function fitting(of: Shown, all: readonly (readonly Finding[])[], room: Room): string[] {
  const rows: string[] = [];
  for (const [first, ...others] of all) {
    if (first === undefined) continue;
    const full = row(of, first, others);
    const short = summaryRow(of.review, first, others);
    const taken = full.length < room.left - 20 * (all.length - rows.length) ? full : short;
    if (taken.length > room.left) break;
    room.left -= taken.length + 1;
    rows.push(taken);
  }
  return rows;
}

/** Maximum number of printed messages; further ones are counted. */
const mostMessages = 20;

function messages({ messages: all }: Beginning): string[] {
  const shown = all.slice(0, mostMessages).map((message) => markdownText(elided(message, longestText)));
  return all.length > mostMessages ? [...shown, `and ${all.length - mostMessages} more of these`] : shown;
}

function scope({ base, head, compared }: Beginning): string {
  return `${code(elided(base, longestText))} → ${code(elided(head, longestText))} · ${compared}`;
}

function closing(left: number): string {
  return `_${left} more did not fit here; \`contract diff --format json\` has all._`;
}

/** The sort order: open breaks, undecided findings, accepted breaks, the rest. */
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
  const { operation, side, place, rule, action, detail, fingerprint, base, head } = finding;
  const source = (head ?? base)?.source;
  const cells = [
    signs[stateOf(review, finding)],
    operationCell(operation, others),
    `${side} ${cell(place)}`,
    `${cell(`${rule} ${action} ${detail}`.trim())}<br><sub>${source ? cell(`${source.file}:${source.line}:${source.column}`) : ""} · ${fingerprint}</sub>`,
  ];
  return `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`;
}

function row(of: Shown, finding: Finding, others: readonly Finding[]): string {
  const proof = evidence(of, finding);
  const summary = summaryRow(of.review, finding, others);
  return proof === "" ? summary : `${summary}\n<tr><td colspan="4">${proof}</td></tr>`;
}

/** Returns the cell of the operation and the others in which the same change appears. */
function operationCell(operation: string, others: readonly Finding[]): string {
  const names = new Set(others.map((other) => other.operation).filter((name) => name !== operation));
  const shown = [...names].slice(0, 5).map(cell).join(", ");
  const more = names.size > 5 ? ` and ${names.size - 5} more` : "";
  return names.size === 0 ? cell(operation) : `${cell(operation)}<br><sub>also in ${shown}${more}</sub>`;
}

function cell(text: string): string {
  return html(elided(text, longestText));
}

/** Returns the folded part of a row: the exchange, who rejects it and why, and how to accept it. */
function evidence({ review, options }: Shown, finding: Finding): string {
  const { witness, reason, fingerprint, verdict } = finding;
  const accepted = review.accepted.get(fingerprint);
  const { acceptCommand = (name: string) => `contract diff accept ${name} --reason "…"` } = options;
  const notes = [
    reason === undefined ? "" : `<p>${cell(reason)}</p>`,
    accepted ? `<p>${cell(acceptanceText(review, accepted))}</p>` : "",
    verdict === "breaking" && !accepted
      ? `<p>If this is meant:</p>${pre("sh", acceptCommand(fingerprint))}`
      : "",
  ].join("");
  return witness ? foldedExchange(witness, notes) : notes;
}

/** Returns a folded exchange: the messages, who rejects them and why, then `notes`. */
export function foldedExchange(witness: Witness, notes = ""): string {
  const { request, response } = witness.exchange;
  const receiver = witness.sender === "base" ? "head" : "base";
  const title = `${witness.sender} allows ${response ? "this response" : "this request"}, ${receiver} does not`;
  const blocks = [
    pre("http", requestMessage(quietly(request))),
    response ? pre("http", responseMessage(quietly(response))) : pre("sh", curlCommand(request, hidden)),
    `<p>${receiver}: ${witness.rejection.slice(0, 20).map(cell).join("<br>")}</p>`,
    notes,
  ];
  return `<details><summary>${title}</summary>${blocks.join("")}</details>`;
}

/** Invisible characters and the at sign, which mentions users. */
const hidden = new RegExp(`@|${unprinted.source}`, unprinted.flags);

/** Escapes the at sign in a message's JSON by number. */
function quietly<T extends HttpRequest | HttpResponse>(message: T): T {
  const { body } = message;
  if (body === undefined || !isJsonBody(body)) return message;
  return { ...message, body: { ...body, text: printableJson(body.text, hidden) } };
}

function pre(language: string, text: string): string {
  // Line ends as entities: a blank line would end the HTML block in which GitHub reads the table.
  const inner = preformatted(elided(text, messageLimit)).replaceAll("\n", "&#10;");
  return `<pre lang="${language}">${inner}</pre>`;
}
