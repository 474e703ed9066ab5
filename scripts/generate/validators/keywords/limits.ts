// `maximum`, `minimum`, `exclusiveMaximum`, `exclusiveMinimum` and `multipleOf`.
import { wholePower } from "../../runtime/multiple-of.ts";
import { isNumber, keyword, type Keyword } from "./keyword.ts";

export const maximum = limit("maximum", "<=");
export const minimum = limit("minimum", ">=");
export const exclusiveMaximum = limit("exclusiveMaximum", "<");
export const exclusiveMinimum = limit("exclusiveMinimum", ">");

function limit(name: string, comparison: string): Keyword {
  return keyword(isNumber, (place, value) => {
    // Not the opposite comparison: NaN compares with nothing.
    const wrong = `!(${place.is.data} ${comparison} ${value})`;
    place.failIf(wrong, name, { comparison, limit: value }, `must be ${comparison} ${value}`);
  });
}

export const multipleOf = keyword(isNumber, (place, value) => {
  const wrong = `!isMultiple(${place.is.data}, ${value}, ${wholePower(value)})`;
  place.failIf(wrong, "multipleOf", { multipleOf: value }, `must be multiple of ${value}`);
});
