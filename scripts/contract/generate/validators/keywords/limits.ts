// `maximum`, `minimum`, `exclusiveMaximum`, `exclusiveMinimum` and `multipleOf`.
import { type Code, emit } from "../../code.ts";
import { wholePower } from "../../../runtime/multiple-of.ts";
import { isNumber, keyword, type Keyword } from "./keyword.ts";

export const maximum = limit("maximum", emit`<=`);
export const minimum = limit("minimum", emit`>=`);
export const exclusiveMaximum = limit("exclusiveMaximum", emit`<`);
export const exclusiveMinimum = limit("exclusiveMinimum", emit`>`);

function limit(name: string, comparison: Code): Keyword {
  return keyword(isNumber, (place, value) => {
    // Not the opposite comparison: every comparison with NaN is false.
    const wrong = emit`!(${place.is.data} ${comparison} ${value})`;
    place.failIf(wrong, name, { comparison, limit: value }, `must be ${comparison} ${value}`);
  });
}

export const multipleOf = keyword(isNumber, (place, value) => {
  const wrong = emit`!isMultiple(${place.is.data}, ${value}, ${wholePower(value)})`;
  place.failIf(wrong, "multipleOf", { multipleOf: value }, `must be multiple of ${value}`);
});
