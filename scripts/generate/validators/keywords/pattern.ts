// `pattern`
import { expression } from "../../literal.ts";
import { compilePattern } from "../patterns.ts";
import type { Place } from "../code/place.ts";
import { isString, keyword } from "./keyword.ts";

export const pattern = keyword(isString, (place, source) => {
  const wrong = `!${testedBy(place, source)}.test(${place.is.data})`;
  place.failIf(wrong, "pattern", { pattern: source }, `must match pattern "${source}"`);
});

/** The name of the regular expression of a pattern. */
export function testedBy(place: Place, source: string): string {
  return place.is.context.constant("regExp", expression(compilePattern(source).toString()));
}
