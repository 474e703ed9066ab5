// Patterns of documents that are not trusted, without exponential time.
import { matcherOf } from "../schema/patterns/pattern-matcher.ts";

/** Whether a text matches a pattern; true if that cannot be decided in time. */
export function matchesSafely(pattern: string, text: string): boolean {
  return matcherOf(pattern).test(text) ?? true;
}
