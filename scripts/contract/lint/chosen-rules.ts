// Selects the lint rules for a run.
import { UsageError } from "../cli/command.ts";
import { nearestName } from "../document/nearest-name.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/**
 * Returns all rules except the skipped ones.
 *
 * @throws UsageError for an unknown rule id
 */
export function chosenRules(skipped: readonly string[]): Rule[] {
  const ids = rules.map(({ id }) => id);
  const unknown = skipped.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    const nearest = nearestName(unknown, ids);
    throw new UsageError(`there is no rule ${JSON.stringify(unknown)} to skip`, {
      expected: `expected one of ${ids.join(", ")}`,
      fix: nearest === undefined ? "leave --skip out" : `write --skip ${nearest}`,
    });
  }
  return rules.filter(({ id }) => !skipped.includes(id));
}
