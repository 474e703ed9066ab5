// Matches a property's name against a pattern of `patternProperties`.
import { matches, patternOf } from "../../containment/pattern.ts";

/** Returns undefined if the pattern's dialect is not supported. */
export function matchesName(pattern: string, name: string): boolean | undefined {
  return matches(patternOf(pattern), name);
}
