// Splits streamed text into lines.
import type { Piece, Split } from "./stream-items.ts";

/** Calls `onLine` for each line that ends with `\n`; at the end also for the rest. */
export function lineSplit(onLine: (line: string) => void): (text: string, isOver: boolean) => void {
  let begun = "";
  return (text, isOver) => {
    let at = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", at)) {
      // Only new text is searched: a long line would otherwise be searched again with each chunk.
      onLine(begun + text.slice(at, end));
      begun = "";
      at = end + 1;
    }
    begun += text.slice(at);
    if (isOver && begun !== "") onLine(begun);
  };
}

/** Splits a text into lines, without empty ones. */
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
