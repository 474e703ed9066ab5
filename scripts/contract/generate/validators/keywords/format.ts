// `format`, for strings or numbers.
import { emit } from "../../code.ts";
import { expression, printRegExp } from "../../literal.ts";
import { access } from "../code/properties-code.ts";
import { numberFormats, regExpOfFormat } from "../formats.ts";
import { isString, keyword } from "./keyword.ts";

export const stringFormat = keyword(isString, (place, format) => {
  if (numberFormats.has(format)) return;
  const regExp = regExpOfFormat(format);
  const { context, data } = place.is;
  const test =
    regExp === undefined
      ? context.constant("format", expression(access(emit`formats`, format)))
      : emit`${context.constant("regExp", expression(printRegExp(regExp)))}.test`;
  place.failIf(emit`!${test}(${data})`, "format", { format }, `must match format "${format}"`);
});

export const numberFormat = keyword(isString, (place, format) => {
  if (!numberFormats.has(format)) return;
  const { context, data } = place.is;
  const test = context.constant("format", expression(emit`${access(emit`formats`, format)}.validate`));
  place.failIf(emit`!${test}(${data})`, "format", { format }, `must match format "${format}"`);
});
