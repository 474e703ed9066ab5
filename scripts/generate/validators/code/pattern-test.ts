// The condition under which a text matches a pattern.
import { type Code, emit } from "../../code.ts";
import { expression, printRegExp } from "../../literal.ts";
import { compilePattern } from "../patterns.ts";
import type { UnitContext } from "./unit-context.ts";

/** @param text  the variable with the text */
export function testOf(context: UnitContext, pattern: string, text: Code): Code {
  const regExp = context.constant("regExp", expression(printRegExp(compilePattern(pattern))));
  return emit`${regExp}.test(${text})`;
}
