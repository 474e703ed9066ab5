// Groups findings of the same change: one change of a shared schema appears in many operations.
import type { Finding } from "./comparison.ts";

/**
 * Groups findings by change, in the order of their first. Findings with different `apart` are never in one
 * group.
 */
export function bySameChange(
  findings: readonly Finding[],
  apart: (finding: Finding) => boolean = () => false,
): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { verdict, rule, action, detail, side } = finding;
    // Changes of prose are grouped regardless of location.
    const places = rule === "prose" ? [] : [finding.base?.pointer, finding.head?.pointer];
    const key = JSON.stringify([verdict, rule, action, detail, side, apart(finding), ...places]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
