// `maxLength` and `minLength`, in code points, which are counted only if the number of code units does not
// decide.
import { emit } from "../../code.ts";
import { isNumber, keyword } from "./keyword.ts";

/** The number of code points is at most that of code units… */
export const maxLength = keyword(isNumber, (place, limit) => {
  const { data } = place.is;
  const wrong = emit`${data}.length > ${limit} && codePoints(${data}) > ${limit}`;
  place.failIf(wrong, "maxLength", { limit }, `must NOT have more than ${limit} characters`);
});

/** … and at least half of it. */
export const minLength = keyword(isNumber, (place, limit) => {
  const { data } = place.is;
  const wrong =
    limit <= 1
      ? emit`${data}.length < ${limit}`
      : emit`${data}.length < ${2 * limit - 1} && codePoints(${data}) < ${limit}`;
  place.failIf(wrong, "minLength", { limit }, `must NOT have fewer than ${limit} characters`);
});
