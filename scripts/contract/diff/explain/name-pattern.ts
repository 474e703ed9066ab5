// Whether a property's name matches a pattern of `patternProperties`.
import { matches, patternOf } from "../../containment/pattern.ts";

/** Undefined when the pattern is in a dialect that cannot be read here. */
export function matchesName(pattern: string, name: string): boolean | undefined {
  return matches(patternOf(pattern), name);
}
