// The condition that a text matches a pattern.
import { linearProgram } from "../../../schema/patterns/linear-program.ts";
import { readPattern } from "../../../schema/patterns/read-pattern.ts";
import { slownessOf } from "../../../schema/patterns/slow-pattern.ts";
import { type Code, emit } from "../../code.ts";
import { expression, type Literal, printLiteral, printRegExp } from "../../literal.ts";
import type { UnitContext } from "./unit-context.ts";

/**
 * Returns the condition. The engine's regular expressions are the fastest; patterns that could cause
 * excessive backtracking are matched by a linear matcher.
 *
 * @param text  the variable with the text
 */
export function testOf(context: UnitContext, source: string, text: Code): Code {
  const pattern = readPattern(source);
  if ("foreign" in pattern) throw new Error(`${source} is not a valid ECMA-262 pattern`);
  const program = slownessOf(pattern) === undefined ? undefined : linearProgram(pattern);
  const tester =
    program === undefined
      ? context.constant("regExp", expression(printRegExp(new RegExp(pattern.source, pattern.flags))))
      : context.constant(
          "matcher",
          expression(emit`new LinearMatcher(${printLiteral(program as unknown as Literal)})`),
        );
  return emit`${tester}.test(${text})`;
}
