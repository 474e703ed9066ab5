// One change of a shared schema shows in many operations: which findings are the same change.
import type { Finding } from "./comparison.ts";

/** Findings in groups, each of one change; in the order of their first. */
export function bySameChange(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { verdict, rule, action, detail, side } = finding;
    // Reworded prose is of no interest one by one.
    const places = rule === "prose" ? [] : [finding.base?.pointer, finding.head?.pointer];
    const key = JSON.stringify([verdict, rule, action, detail, side, ...places]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}
