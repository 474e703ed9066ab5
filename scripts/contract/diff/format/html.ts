// Prints a review as one self-contained page: base and head side by side, each witness with a copy button.
import type { SourceLocation } from "../../document/document.ts";
import type { Finding, FindingLocation } from "../comparison.ts";
import { acceptanceText, type Review, stateOf } from "../review.ts";
import { beginningOf } from "./beginning.ts";
import { curlCommand } from "./curl-command.ts";
import { copyable, htmlPage } from "./html-page.ts";
import { type Html, html } from "./html-template.ts";
import { requestMessage, responseMessage } from "./http-message.ts";
import { ruleNamed } from "../rules/table.ts";

/** Returns the lines of a source file; undefined if its text is not available. */
export type SourceLines = (place: SourceLocation) => readonly string[] | undefined;

const order = ["breaking", "undecided", "accepted", "notice", "compatible"] as const;

/** Returns the page. It loads no external resources. */
export function formatHtml(review: Review, linesOf: SourceLines = () => undefined): string {
  const { findings } = review.comparison;
  const { title, messages, base, head, compared } = beginningOf(review);
  const groups = order
    .map((state) => ({
      verdict: state,
      members: findings.filter((finding) => stateOf(review, finding) === state),
    }))
    .filter(({ members }) => members.length > 0);
  const scope = html`<p class="scope"><code>${base}</code> → <code>${head}</code> · ${compared}</p>
    ${messages.map((message) => html`<p class="message">${message}</p>`)}`;
  const body = html`<nav aria-label="Verdicts">
      <ul>
        ${groups.map(
          ({ verdict, members }) =>
            html`<li>
              <a href="#${verdict}"><span class="${verdict}">${verdict}</span> ${members.length}</a>
            </li>`,
        )}
      </ul>
    </nav>
    <main>
      ${groups.map(
        ({ verdict, members }) =>
          html`<section id="${verdict}" aria-label="${verdict}">
            ${members.map((finding) => article(review, finding, linesOf))}
          </section>`,
      )}
    </main>`;
  return htmlPage({ title, scope, body });
}

function article(review: Review, finding: Finding, linesOf: SourceLines): Html {
  const { operation, side, place, rule, action, detail, fingerprint, reason } = finding;
  const accepted = review.accepted.get(fingerprint);
  const state = stateOf(review, finding);
  return html`<article id="${anchor(finding)}" aria-labelledby="${anchor(finding)}-title">
    <h2 id="${anchor(finding)}-title">
      <span class="verdict ${state}">${state}</span>
      ${operation} ${side} <code>${place}</code>
    </h2>
    <p>
      <span title="${ruleNamed(rule)?.summary ?? rule}">${rule}</span> ${action} ${detail}
      <span class="where">· <code>${fingerprint}</code></span>
    </p>
    ${accepted && html`<p>${acceptanceText(review, accepted)}</p>`}
    ${reason !== undefined && html`<p>${reason}</p>`}
    <div class="sides">
      ${excerpt("base", finding.base, linesOf)}${excerpt("head", finding.head, linesOf)}
    </div>
    ${evidence(finding, anchor(finding))}
  </article> `;
}

/** Returns the lines around a location, with that line marked. */
function excerpt(side: "base" | "head", place: FindingLocation | undefined, linesOf: SourceLines): Html {
  if (!place) return html`<figure><figcaption>${side} (not present in ${side})</figcaption></figure>`;
  const { file, line, column } = place.source;
  const lines = linesOf(place.source) ?? [];
  const first = Math.max(1, line - 3);
  const shown = lines.slice(first - 1, line + 3).map((text, index) => {
    const number = first + index;
    const numbered = `${String(number).padStart(5)}  ${text.slice(0, 400).replaceAll("\t", "  ")}`;
    return html`<span class="${number === line ? "at" : "near"}">${numbered}</span>`;
  });
  return html`<figure>
    <figcaption>${side} · ${file}:${line}:${column}</figcaption>
    ${shown.length > 0 && html`<pre tabindex="0">${shown}</pre>`}
  </figure>`;
}

/** Returns the exchange of a finding; `id` must be unique on the page. */
export function evidence({ witness }: Finding, id: string): Html | undefined {
  if (!witness) return undefined;
  const { request, response } = witness.exchange;
  const receiver = witness.sender === "base" ? "head" : "base";
  const what = response ? "response" : "request";
  return html`<details open>
    <summary>${witness.sender} allows this ${what}, ${receiver} rejects it</summary>
    ${copyable(`${id}-request`, "request", requestMessage(request))}
    ${response ? copyable(`${id}-response`, "response", responseMessage(response)) : copyable(`${id}-curl`, "curl", curlCommand(request))}
    <p>${receiver}: ${witness.rejection.join("; ")}</p>
  </details>`;
}

function anchor({ fingerprint }: Finding): string {
  return `f-${fingerprint}`;
}
