// The changelog entry of a version, written from the verdicts.
import type { Finding, Verdict } from "../comparison.ts";
import { bySameChange } from "../same-change.ts";

const sections: readonly { readonly title: string; readonly verdicts: readonly Verdict[] }[] = [
  { title: "Breaking", verdicts: ["breaking"] },
  { title: "Not decided by the diff", verdicts: ["undecided"] },
  { title: "Changed", verdicts: ["notice"] },
];

/** Markdown, in the form of keepachangelog.com; one line for each change, the operations it shows in beside it. */
export function changelogEntry(version: string, findings: readonly Finding[]): string {
  const parts = sections.flatMap(({ title, verdicts }) => {
    const lines = bySameChange(findings.filter(({ verdict }) => verdicts.includes(verdict))).map(line);
    return lines.length === 0 ? [] : [`### ${title}\n\n${lines.join("\n")}`];
  });
  const body = parts.length > 0 ? parts.join("\n\n") : "- Nothing that an exchange or a name depends on.";
  return `## ${version}\n\n${body}\n`;
}

function line(group: readonly Finding[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const { side, place, rule, action, detail } = first;
  const operations = [...new Set(group.map(({ operation }) => `\`${operation}\``))].join(", ");
  const where = place === "" ? side : `${side} \`${place}\``;
  return `- ${operations}: ${where}: ${`${rule} ${action} ${detail}`.trim()}`;
}
