// Generates the changelog entry of a version from the verdicts.
import { printable } from "../../cli/printable.ts";
import { codeSpan, markdownText } from "../format/markdown-text.ts";
import { printableComparison } from "../format/printable-review.ts";
import type { Comparison, Finding } from "../comparison.ts";
import { stepText } from "../history/history.ts";
import type { Step } from "../history/read-steps.ts";
import { bySameChange } from "../same-change.ts";

const sections: readonly { readonly title: string; readonly has: (finding: Finding) => boolean }[] = [
  { title: "Breaking", has: ({ verdict }) => verdict === "breaking" },
  { title: "Not decided by the diff", has: ({ verdict }) => verdict === "undecided" },
  { title: "Added", has: (finding) => finding.verdict === "notice" && isAddition(finding) },
  { title: "Changed", has: (finding) => finding.verdict === "notice" && !isAddition(finding) },
];

function isAddition({ action, rule }: Finding): boolean {
  return action === "widened" || (action === "added" && !["deprecated", "sunset", "default"].includes(rule));
}

/**
 * Returns Markdown in the form of keepachangelog.com; one line for each change, with the affected operations.
 * `difference` is how far the documents differ, for changes without a finding; `since` maps breaks to the
 * commits that introduced them.
 */
export function changelogEntry(
  version: string,
  comparison: Comparison,
  difference: "same" | "prose" | "more" = "more",
  since: ReadonlyMap<string, Step> = new Map(),
): string {
  const { findings } = printableComparison(comparison);
  const parts = sections.flatMap(({ title, has }) => {
    const lines = bySameChange(findings.filter(has)).map((group) => line(group, since));
    return lines.length === 0 ? [] : [`### ${title}\n\n${lines.join("\n")}`];
  });
  const quiet = compatibleLines(findings);
  if (quiet.length > 0) parts.push(`### Compatible\n\n${quiet.join("\n")}`);
  const body = parts.length > 0 ? parts.join("\n\n") : nothing[difference];
  return `## ${version}\n\n${body}\n`;
}

const nothing = {
  same: "- Nothing changed.",
  prose: "- Descriptions and examples.",
  more: "- Nothing that affects a request, a response or a name.",
} as const;

function line(group: readonly Finding[], since: ReadonlyMap<string, Step>): string {
  const [first] = group;
  if (first === undefined) return "";
  const { side, place, rule, action, detail } = first;
  const operations = [...new Set(group.map(({ operation }) => codeSpan(operation)))].join(", ");
  // For the same addition at several locations, each has a name of its own.
  const places = [...new Set(group.map((finding) => finding.place))].filter((text) => text !== "");
  const shown = places.slice(0, mostLocations).map(codeSpan).join(", ");
  const more = places.length > mostLocations ? ` and ${places.length - mostLocations} more` : "";
  const where = place === "" ? side : `${side} ${shown}${more}`;
  const step = since.get(first.fingerprint);
  const came = step === undefined ? "" : ` (since ${markdownText(printable(stepText(step)))})`;
  return `- ${operations}: ${where}: ${markdownText(`${rule} ${action} ${detail}`.trim())}${came}`;
}

const mostLocations = 6;

/**
 * Returns lines for changes proved compatible that have no rule of their own: a raised limit, an equivalent
 * schema.
 */
function compatibleLines(findings: readonly Finding[]): string[] {
  const namesOf = (isQuiet: boolean) =>
    new Set(
      findings
        .filter(({ verdict }) => (verdict === "compatible") === isQuiet)
        .map(({ operation }) => operation),
    );
  const listed = namesOf(false);
  const names = [...namesOf(true)].filter((operation) => !listed.has(operation));
  return names.map((operation) => `- ${codeSpan(operation)}`);
}
