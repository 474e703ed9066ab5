// Prints a repair for people and programs: the description of each edit, a patch, an Overlay, suggestions for
// a review.
import { printable, printableLines } from "../../cli/printable.ts";
import type { Finding } from "../comparison.ts";
import { markdownText, preformatted } from "../format/markdown-text.ts";
import { counted } from "../review.ts";
import type { WrittenRepair } from "./repair-sides.ts";
import { patchText } from "./text-patch.ts";

/**
 * Returns the description of each edit, one per line, then the patch in readable form; for `git apply`, it is
 * printed alone.
 */
export function repairText(repair: WrittenRepair): string {
  const { repaired, left } = repair;
  const lines = [
    ...repaired.map(({ findings, edit }) => `repair      ${whereText(findings)}: ${printable(edit.does)}`),
    ...left.map((finding) => `no repair   ${whereText([finding])}: head cannot keep both`),
    summaryOf(repair),
  ];
  return [
    ...lines,
    ...(repair.files.length === 0 ? [] : ["", printableLines(patchOf(repair).trimEnd())]),
  ].join("\n");
}

function summaryOf({ repaired, left, why, files }: WrittenRepair): string {
  const mended = repaired.reduce((sum, { findings }) => sum + findings.length, 0);
  const all = mended + left.length;
  if (all === 0) return "nothing to repair";
  const summary = `${mended} of ${counted(all, "break")} repaired by ${counted(repaired.length, "edit")}`;
  if (why !== undefined) return `${summary}; no patch: ${why}`;
  return files.length === 0 ? summary : `${summary}: contract diff … --repair-as patch | git apply`;
}

/** Returns the same for the comment of a pull request. */
export function repairMarkdown(repair: WrittenRepair): string {
  const { repaired, left } = repair;
  if (repaired.length + left.length === 0) return "";
  const lines = [
    ...repaired.map(
      ({ findings, edit }) => `- ${markdownText(whereText(findings))}: ${markdownText(printable(edit.does))}`,
    ),
    ...left.map((finding) => `- ${markdownText(whereText([finding]))}: no repair, head cannot keep both`),
  ];
  const shown = lines.slice(0, mostLines);
  const more = lines.length > mostLines ? [`- and ${lines.length - mostLines} more`] : [];
  const patch = patchOf(repair);
  const folded =
    patch === "" || patch.length > longestPatch
      ? ""
      : `\n\n<details><summary>Patch of ${repair.files.map(({ path }) => codeHtml(path)).join(", ")}, for <code>git apply</code></summary><pre lang="diff">${preformatted(printableLines(patch)).replaceAll("\n", "&#10;")}</pre></details>`;
  return [`### The smallest edits without a break`, "", ...shown, ...more].join("\n") + folded;
}

/** Maximum length of the patch in a comment of 65,536 characters beside its findings. */
const longestPatch = 12_000;
const mostLines = 40;

function codeHtml(text: string): string {
  return `<code>${preformatted(printable(text))}</code>`;
}

/** Returns a patch for `git apply`; empty if there is none. */
export function patchOf({ files }: Pick<WrittenRepair, "files">): string {
  return files.map(({ path, before, after }) => patchText(path, before, after)).join("");
}

function whereText(findings: readonly Finding[]): string {
  const [first, ...others] = findings;
  if (first === undefined) return "";
  const { operation, side, place } = first;
  const more = others.length === 0 ? "" : ` and ${counted(others.length, "other location")}`;
  return printable([operation, side, place].filter((word) => word !== "").join(" ")) + more;
}
