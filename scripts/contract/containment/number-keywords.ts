// The keywords about numbers for Ajv, exact for numbers that no double represents.
import type { Ajv2020 } from "ajv/dist/2020.js";
import type { Json } from "../document/document.ts";
import { isNumeric, type Numeric } from "../document/exact-number.ts";
import { hasNumberFormat, isMultipleOf, order } from "./numeric.ts";
import { type Holder, meantBy } from "./stand-in.ts";

/** Internal keyword: `format` if it names a format of numbers. */
export const formatOfNumbers = "numberFormat";

const bounds = [
  ["minimum", ">=", (order: number) => order >= 0],
  ["maximum", "<=", (order: number) => order <= 0],
  ["exclusiveMinimum", ">", (order: number) => order > 0],
  ["exclusiveMaximum", "<", (order: number) => order < 0],
] as const;

/** Replaces Ajv's own keywords, which compare doubles. */
export function addNumberKeywords(ajv: Ajv2020): void {
  const add = (
    keyword: string,
    words: string,
    accepts: (of: Numeric) => (value: Numeric) => boolean,
  ): void => {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      keyword,
      type: "number",
      compile: (of: Numeric) => {
        const accept = accepts(of);
        return (value: Json, holder?: Holder) => {
          const meant = meantBy(value, holder);
          return !isNumeric(meant) || accept(meant);
        };
      },
      error: {
        message: ({ schema }) =>
          `${words} ${keyword === formatOfNumbers ? JSON.stringify(schema) : String(schema)}`,
      },
    });
  };
  for (const [keyword, sign, holds] of bounds) {
    add(keyword, `must be ${sign}`, (limit) => (value) => holds(order(value, limit)));
  }
  add("multipleOf", "must be multiple of", (step) => (value) => isMultipleOf(value, step));
  add(formatOfNumbers, "must match format", (name) => (value) => hasNumberFormat(String(name), value));
}
