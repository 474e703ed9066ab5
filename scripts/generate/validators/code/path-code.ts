// A text that emitted code puts together only when it is needed: variables first, then what is known beforehand.
import { printString } from "../../literal.ts";

/** An expression, empty for none, and the text after it. */
export interface PathCode {
  readonly head: string;
  readonly tail: string;
}

export const emptyPath: PathCode = { head: "", tail: "" };

/** A path with more text at its end. */
export function withText({ head, tail }: PathCode, text: string): PathCode {
  return { head, tail: tail + text };
}

/** A path with the value of an expression as its last segment. */
export function withSegment(path: PathCode, expression: string): PathCode {
  return { head: `${printPath(withText(path, "/"))} + ${expression}`, tail: "" };
}

export function printPath({ head, tail }: PathCode): string {
  if (head === "") return printString(tail);
  return tail === "" ? head : `${head} + ${printString(tail)}`;
}
