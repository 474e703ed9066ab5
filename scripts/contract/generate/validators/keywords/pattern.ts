// `pattern`
import { emit } from "../../code.ts";
import { testOf } from "../code/pattern-test.ts";
import { isString, keyword } from "./keyword.ts";

export const pattern = keyword(isString, (place, source) => {
  const wrong = emit`!${testOf(place.is.context, source, place.is.data)}`;
  place.failIf(wrong, "pattern", { pattern: source }, `must match pattern "${source}"`);
});
