// The style of the heat map, and its keyboard navigation; both are inlined in the page.
import { Html } from "../format/html-template.ts";

/**
 * Returns the shade of a cell. There are five, as many as an eye distinguishes; on a logarithmic scale, since
 * most cells have few breaks and some have thousands.
 */
export function heat(breaks: number, most: number): string {
  if (breaks === 0) return "heat-0";
  return `heat-${1 + Math.min(4, Math.floor(breaks === 1 ? 0 : (5 * Math.log(breaks)) / Math.log(most)))}`;
}

/**
 * More breaks have more contrast with the page, light or dark. Every cell contains the number, so that
 * nothing is conveyed by colour alone; every pair of colours has a contrast of 4.5 : 1.
 */
export const mapStyle = new Html(`
.map { overflow-x: auto; } table { border-collapse: separate; border-spacing: 2px; } caption { text-align: left; color: var(--dim); }
th { font: .86rem/1.4 ui-monospace, monospace; padding: .25rem .5rem; text-align: right; white-space: nowrap; }
thead th:first-child, tbody th { text-align: left; } th small { color: var(--dim); }
.cell { min-width: 3.2rem; padding: 0; text-align: center; border-radius: .25rem; background: var(--soft); }
.cell a, .cell span { display: block; padding: .35rem .5rem; color: inherit; text-decoration: none; font-variant-numeric: tabular-nums; }
.cell.same { color: var(--dim); background: none; } .cell.compatible { color: var(--compatible); } .cell.undecided { color: var(--undecided); }
.heat-1 { background: #fbdcd9; color: #5c0f0a; } .heat-2 { background: #f5b5af; color: #4d0b07; } .heat-3 { background: #e5776e; color: #2b0402; }
.heat-4 { background: #b3261e; color: #fff; } .heat-5 { background: #7a130d; color: #fff; }
@media (prefers-color-scheme: dark) {
  .heat-1 { background: #3d1714; color: #ffd9d5; } .heat-2 { background: #6b1d17; color: #ffe4e1; } .heat-3 { background: #a12a21; color: #fff; }
  .heat-4 { background: #e5776e; color: #2b0402; } .heat-5 { background: #fbc4be; color: #4d0b07; }
}
tr.ended th span { text-decoration: line-through; } th small { margin-left: .5rem; } .map + section { margin-top: 1.5rem; }
.ways { columns: 18rem; font-size: .86rem; padding-left: 1.2rem; } article:target { outline: .15rem solid var(--link); }
`);

/** One cell of the map is in the tab order; arrows, Home and End move the focus (WAI-ARIA, grid pattern). */
export const mapScript = new Html(`
{
  const rows = [...document.querySelectorAll(".map tbody tr")].map((row) => [...row.querySelectorAll("td > *")]);
  const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  if (rows.length > 0) rows[0][0].tabIndex = 0;
  document.addEventListener("keydown", (event) => {
    const row = rows.findIndex((cells) => cells.includes(document.activeElement));
    if (row === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
    const column = rows[row].indexOf(document.activeElement);
    const move = moves[event.key];
    const next = move ? rows[row + move[0]]?.[column + move[1]]
      : event.key === "Home" ? rows[row][0] : event.key === "End" ? rows[row].at(-1) : undefined;
    if (!next) return;
    event.preventDefault();
    document.activeElement.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}
`);
