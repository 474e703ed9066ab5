// Lines of a text that streams in.
import type { Piece, Split } from "./stream-items.ts";

/** Calls back for each line that `\n` ends; at the end also for what follows the last. */
export function lineSplit(onLine: (line: string) => void): (text: string, isOver: boolean) => void {
  let begun = "";
  return (text, isOver) => {
    let at = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", at)) {
      // Only what is new is looked at: a long line would be searched again with each piece of it.
      onLine(begun + text.slice(at, end));
      begun = "";
      at = end + 1;
    }
    begun += text.slice(at);
    if (isOver && begun !== "") onLine(begun);
  };
}

/** The lines of a text; empty ones are none. */
export function lines(): Split {
  let done: Piece[] = [];
  const split = lineSplit((line) => {
    const data = line.trim();
    if (data) done.push({ data });
  });
  return (text, isOver) => {
    done = [];
    split(text, isOver);
    return done;
  };
}
