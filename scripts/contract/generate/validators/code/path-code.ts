// A path that emitted code builds only if needed: an expression, followed by static text.
import { type Code, emit, noCode } from "../../code.ts";
import { printString } from "../../literal.ts";

/** An expression (empty for none), and the text after it. */
export interface PathCode {
  readonly head: Code;
  readonly tail: string;
}

export const emptyPath: PathCode = { head: noCode, tail: "" };

/** Returns a path with text appended. */
export function withText({ head, tail }: PathCode, text: string): PathCode {
  return { head, tail: tail + text };
}

/** Returns a path with the value of an expression as its last segment. */
export function withSegment(path: PathCode, expression: Code): PathCode {
  return { head: emit`${printPath(withText(path, "/"))} + ${expression}`, tail: "" };
}

export function printPath({ head, tail }: PathCode): Code {
  if (head === "") return printString(tail);
  return tail === "" ? head : emit`${head} + ${printString(tail)}`;
}
