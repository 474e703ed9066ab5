// Formats a report as one self-contained HTML page: findings first, then the coverage by operation and
// constraint.
import { copyable, htmlPage } from "../../diff/format/html-page.ts";
import { Html, html } from "../../diff/format/html-template.ts";
import type { FindingView } from "./finding-view.ts";
import type { ConstraintView, OperationView, OtherView, ReportView } from "./report-view.ts";

/** Styles in addition to those of the comparison's page: tables, and bars for coverage. */
const more = new Html(`
.finding { color: var(--breaking); } table { border-collapse: collapse; width: 100%; font-size: .92rem; margin-top: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--dim); font-weight: 600; } td.number { text-align: right; white-space: nowrap; }
.tried { color: var(--compatible); } .untried { color: var(--breaking); } .cannot { color: var(--dim); }
.bar { display: inline-block; width: 8rem; height: .6rem; border-radius: .3rem; background: var(--soft); overflow: hidden; border: 1px solid var(--line); }
.bar > span { display: block; height: 100%; background: var(--compatible); }
details.operation { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; margin: .5rem 0; }
details.operation > summary { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; color: var(--fg); }
summary .name { flex: 1 1 16rem; }
`);

/** Returns the page. It loads no resources. */
export function htmlReport(report: ReportView): string {
  const { headline, document, target, requests, seconds, isComplete, left } = report;
  const scope = html`<p class="scope">
      <code>${document}</code> against <code>${target}</code> · ${requests} requests in ${seconds} s
    </p>
    ${!isComplete && html`<p class="message">The run was ended before all cases were tried.</p>`}
    ${left.length > 0 && html`<p class="message">Left behind, since they could not be removed: ${left.join(", ")}</p>`}`;
  const body = html`<main>
    ${report.findings.map(article)}
    <section aria-label="Coverage">
      <h2>Coverage</h2>
      <p>
        ${report.tried} of ${report.all} sides of constraints were tried; what cannot be tried alone does not
        count.
      </p>
      ${report.operations.map(operation)}
    </section>
    ${others("Links", report.links)}${others("Security", report.security)}${others("Sequences", report.sequences)}
  </main>`;
  return htmlPage({ title: headline, scope, body, style: more });
}

function article(finding: FindingView): Html {
  const { fingerprint, check, rule, operation: name, place, expected, got, source, accepted } = finding;
  const id = `f-${fingerprint}`;
  const state = accepted === undefined ? "finding" : "accepted";
  return html`<article id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      <span class="verdict ${state}">${state}</span> ${name} ${check} <code>${place}</code>
    </h2>
    <p>
      ${rule}
      <span class="where"
        >· ${source.file}:${source.line}:${source.column} · <code>${fingerprint}</code></span
      >
    </p>
    ${accepted && html`<p>Accepted by ${accepted.author} until ${accepted.expires}: ${accepted.reason}</p>`}
    <p>Expected ${expected}; got ${got}.</p>
    ${
      finding.before.length > 0 &&
      html`<details>
        <summary>Requests before it: ${finding.before.length}</summary>
        ${finding.before.map(({ request, response }) => html`<pre tabindex="0">${`${request}\n\n${response}`}</pre>`)}
      </details>`
    }
    ${copyable(`${id}-request`, "request", finding.exchange.request)}
    ${copyable(`${id}-response`, "response", finding.exchange.response)}
    ${copyable(`${id}-curl`, "curl", finding.curl)}
    ${finding.sdk !== undefined && copyable(`${id}-sdk`, "SDK", finding.sdk)}
  </article> `;
}

function operation(one: OperationView): Html {
  const share = one.all === 0 ? 100 : Math.floor((one.tried / one.all) * 100);
  return html`<details class="operation">
    <summary>
      <span class="name"><strong>${one.operation}</strong> <code>${one.method} ${one.path}</code></span>
      <span>${one.why ?? `${one.requests} requests`}</span>
      <span>${one.tried} of ${one.all}</span>
      <span class="bar" role="img" aria-label="${share} %"><span style="width:${share}%"></span></span>
    </summary>
    <p class="scope">Statuses: ${one.statuses.join(", ") || "none"}; declared: ${one.declared.join(", ")}</p>
    ${
      one.constraints.length > 0 &&
      html`<table>
        <thead>
          <tr>
            <th scope="col">location</th>
            <th scope="col">constraint</th>
            <th scope="col">kept to</th>
            <th scope="col">broken</th>
          </tr>
        </thead>
        <tbody>
          ${one.constraints.map(row)}
        </tbody>
      </table>`
    }
  </details>`;
}

function row({ place, keyword, value, valid, invalid }: ConstraintView): Html {
  return html`<tr>
    <td><code>${place}</code></td>
    <td><code>${keyword} ${value}</code></td>
    <td class="${kindOf(valid)}">${valid}</td>
    <td class="${kindOf(invalid)}">${invalid}</td>
  </tr>`;
}

function kindOf(state: string): string {
  if (state === "tried") return "tried";
  return state.startsWith("cannot") ? "cannot" : "untried";
}

function others(title: string, all: readonly OtherView[]): Html | false {
  return (
    all.length > 0 &&
    html`<section aria-label="${title}">
      <h2>${title}</h2>
      <table>
        <tbody>
          ${all.map(
            ({ name, why }) =>
              html`<tr>
                <td>${name}</td>
                <td class="${why === undefined ? "tried" : "untried"}">
                  ${why === undefined ? "tried" : `not tried: ${why}`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`
  );
}
