// Parses server-sent events
// (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation).
import type { Piece, Split } from "./stream-items.ts";
import { lineSplit } from "./stream-lines.ts";

/** One event of a stream. */
export interface ServerSentEvent<Data = string, Name extends string = string> {
  /** The field `event`; `message` by default. */
  readonly event: Name;
  /** The last `id`, of this event or of an earlier one; empty if there was none. */
  readonly id: string;
  readonly data: Data;
  /** Milliseconds to wait before reconnecting; the server's last value. */
  readonly retry?: number;
}

/**
 * Splits a text into events. A last event without its empty line is returned at the end, as unfinished. What
 * has no data is not an event, but its `id` counts: it is returned without data.
 *
 * @param last  the last event before the stream was reconnected, whose id and time stay in effect
 */
export function events({ id = "", retry }: Pick<Piece, "id" | "retry"> = {}): Split {
  let event = "";
  let data: string | undefined;
  let afterReturn = false;
  let done: Piece[] = [];
  const dispatch = (): void => {
    const one = { event: event || "message", id, data };
    done.push(retry === undefined ? one : { ...one, retry });
    event = "";
    data = undefined;
  };
  const split = lineSplit((line) => {
    if (!line) {
      dispatch();
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + (line[colon + 1] === " " ? 2 : 1));
    if (field === "data") data = data === undefined ? value : `${data}\n${value}`;
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
    else if (field === "retry" && /^\d+$/.test(value)) retry = Number(value);
  });
  return (text, isOver) => {
    done = [];
    // `\r\n` may be split between chunks: a `\r` ends the line without waiting for the `\n`.
    const rest = afterReturn && text.startsWith("\n") ? text.slice(1) : text;
    split(rest.includes("\r") ? rest.replace(/\r\n?/g, "\n") : rest, isOver);
    if (text) afterReturn = text.endsWith("\r");
    if (isOver && data !== undefined) dispatch();
    return done;
  };
}
