// Parses server-sent events
// (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation).
import type { Split } from "./stream-items.ts";
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

/** Splits a text into events. A last event without its empty line is returned at the end, as unfinished. */
export function events(): Split {
  let event = "";
  let id = "";
  let data: string | undefined;
  let retry: number | undefined;
  let afterReturn = false;
  let done: ServerSentEvent[] = [];
  const dispatch = (): void => {
    if (data !== undefined) {
      const one = { event: event || "message", id, data };
      done.push(retry === undefined ? one : { ...one, retry });
    }
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
    if (field === "event") event = value;
    if (field === "id" && !value.includes("\0")) id = value;
    if (field === "retry" && /^\d+$/.test(value)) retry = Number(value);
  });
  return (text, isOver) => {
    done = [];
    // `\r\n` may be split between chunks: a `\r` ends the line without waiting for the `\n`.
    const rest = afterReturn && text.startsWith("\n") ? text.slice(1) : text;
    split(rest.includes("\r") ? rest.replace(/\r\n?/g, "\n") : rest, isOver);
    if (text) afterReturn = text.endsWith("\r");
    if (isOver) dispatch();
    return done;
  };
}
