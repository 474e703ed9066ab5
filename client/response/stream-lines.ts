// Splits streamed text into lines.
import type { Piece, Split } from "./stream-items.ts";

/**
 * Returns a function that takes a stream's text chunk by chunk and calls `onLine` for each line that `\n`
 * ends; with `isOver` true, also for an unfinished last line.
 */
export function lineSplit(onLine: (line: string) => void): (text: string, isOver: boolean) => void {
  let begun = "";
  return (text, isOver) => {
    let at = 0;
    // Only the new chunk is searched: a long line would otherwise be searched again with each chunk.
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", at)) {
      onLine(begun + text.slice(at, end));
      begun = "";
      at = end + 1;
    }
    begun += text.slice(at);
    if (isOver && begun !== "") onLine(begun);
  };
}

/** Creates a splitter into lines (JSON Lines). Lines are trimmed, and empty ones dropped. */
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
