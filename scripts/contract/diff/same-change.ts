// One change of a shared schema shows in many operations: which findings are the same change.
import type { Finding } from "./comparison.ts";

/** Findings in groups, each of one change; in the order of their first. What `apart` tells apart is never in one group. */
export function bySameChange(
  findings: readonly Finding[],
  apart: (finding: Finding) => boolean = () => false,
): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { verdict, rule, action, detail, side } = finding;
    // Reworded prose is of no interest one by one.
    const places = rule === "prose" ? [] : [finding.base?.pointer, finding.head?.pointer];
    const key = JSON.stringify([verdict, rule, action, detail, side, apart(finding), ...places]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
