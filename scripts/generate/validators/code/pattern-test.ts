// The condition under which a text matches a pattern.
import { expression } from "../../literal.ts";
import { compilePattern } from "../patterns.ts";
import type { UnitContext } from "./unit-context.ts";

/** @param text  the variable with the text */
export function testOf(context: UnitContext, pattern: string, text: string): string {
  const regExp = context.constant("regExp", expression(compilePattern(pattern).toString()));
  return `${regExp}.test(${text})`;
}
