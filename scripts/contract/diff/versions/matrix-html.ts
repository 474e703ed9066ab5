// Prints the matrix as one self-contained page: a heat map, and the exchange of every cell.
import { greatest } from "../../document/long-lists.ts";
import { evidence } from "../format/html.ts";
import { htmlPage } from "../format/html-page.ts";
import { type Html, html } from "../format/html-template.ts";
import { withShortWitness } from "../format/shorten-witness.ts";
import { heat, mapScript, mapStyle } from "./heat-map.ts";
import { playedHeadline, playedLines } from "./played.ts";
import type { MatrixCell } from "./matrix.ts";
import {
  matrixHeadline,
  type MatrixReport,
  type ShownBreak,
  shownBreaks,
  verdictOf,
} from "./matrix-report.ts";

/** Returns the page. It loads no external resources. */
export function matrixHtml(report: MatrixReport): string {
  const title = `Contract versions: ${matrixHeadline(report)}`;
  const shown = shownBreaks(report);
  const anchors = new Map(
    shown.flatMap(({ cells }, at) => cells.map((cell) => [cell, `exchange-${at + 1}`])),
  );
  const scope = html`<p class="scope">
    Rows are clients, columns servers. A number is how many breaks there are, each with an exchange; ✓ is a
    proof that there is none; ? is undecided. Arrow keys move between cells, Enter goes to the exchange.
  </p>`;
  const body = html`<main>
    <div class="map" tabindex="-1">${heatMap(report, anchors)}</div>
    ${silentList(report)} ${playList(report)}
    <section aria-label="Exchanges">
      ${shown.map((one, at) => article(report, one, `exchange-${at + 1}`))}
    </section>
  </main>`;
  return htmlPage({ title, scope, body, style: mapStyle, script: mapScript });
}

function heatMap({ versions, cells }: MatrixReport, anchors: ReadonlyMap<MatrixCell, string>): Html {
  const most = greatest(
    cells.flat().map(({ breaks }) => breaks.length),
    1,
  );
  return html`<table>
    <caption>
      Which clients break at which server
    </caption>
    <thead>
      <tr>
        <th scope="col">clients ↓ servers →</th>
        ${versions.map(({ name }) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${cells.map(
        (row, client) =>
          html`<tr class="${versions[client]?.isEnded === true ? "ended" : "supported"}">
            <th scope="row"><span>${versions[client]?.name}</span>${support(versions[client])}</th>
            ${row.map((cell) => field(cell, { most, anchor: anchors.get(cell), versions }))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function support(version: MatrixReport["versions"][number] | undefined): Html | undefined {
  if (version?.until === undefined) return undefined;
  return html`<small>${version.isEnded ? "ended" : "until"} ${version.until}</small>`;
}

function field(
  cell: MatrixCell,
  of: {
    readonly most: number;
    readonly anchor: string | undefined;
    readonly versions: MatrixReport["versions"];
  },
): Html {
  const verdict = verdictOf(cell);
  const { breaks, undecided } = cell;
  const text = {
    same: "·",
    compatible: "✓",
    undecided: `? ${undecided.length}`,
    breaking: String(breaks.length),
  }[verdict];
  const labels = {
    same: "the same version",
    compatible: "proved compatible",
    undecided: `${undecided.length} undecided`,
    breaking: `${breaks.length} breaks`,
  }[verdict];
  const label = `clients of ${of.versions[cell.client]?.name ?? ""}, server of ${of.versions[cell.server]?.name ?? ""}: ${labels}`;
  const inner =
    of.anchor === undefined
      ? html`<span tabindex="-1" aria-label="${label}" title="${label}">${text}</span>`
      : html`<a href="#${of.anchor}" tabindex="-1" aria-label="${label}" title="${label}">${text}</a>`;
  return html`<td class="cell ${verdict} ${heat(breaks.length, of.most)}">${inner}</td>`;
}

function article({ versions }: MatrixReport, { finding, cells }: ShownBreak, id: string): Html {
  const { operation, side, place, rule, action, detail, verdict, reason } = finding;
  return html`<article id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      <span class="verdict ${verdict}">${verdict}</span> ${operation} ${side} <code>${place}</code>
    </h2>
    <p>${rule} ${action} ${detail}</p>
    ${reason !== undefined && html`<p>${reason}</p>`}
    <ul class="ways">
      ${cells.map(
        ({ client, server }) =>
          html`<li>
            clients of <code>${versions[client]?.name}</code>, server of
            <code>${versions[server]?.name}</code>
          </li>`,
      )}
    </ul>
    ${evidence(withShortWitness(finding), id)}
  </article> `;
}

function playList({ played, versions }: MatrixReport): Html | undefined {
  if (played === undefined) return undefined;
  const names = versions.map(({ name }) => name);
  return html`<section aria-label="Exchanges that were played">
    <h2>${playedHeadline(played)}</h2>
    <ul>
      ${playedLines(played, names).map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}

function silentList({ silent, versions }: MatrixReport): Html | undefined {
  if (silent.length === 0) return undefined;
  const most = 100;
  return html`<section aria-label="Breaks that no single step shows">
    <h2>Breaks that no single step shows</h2>
    <ul>
      ${silent.slice(0, most).map(({ client, server, finding }) => {
        const { operation, side, place, rule, action, detail } = finding();
        return html`<li>
          <code>${versions[client]?.name}</code> → <code>${versions[server]?.name}</code>: ${operation}
          ${side} <code>${place}</code>
          ${rule} ${action} ${detail}
        </li>`;
      })}
    </ul>
    ${silent.length > most && html`<p>and ${silent.length - most} more</p>`}
  </section>`;
}
