// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation).
import { streamLines } from "./stream-text.ts";

/** One event of a stream. */
export interface ServerSentEvent<Data = string> {
  /** The field `event`; `message` where there is none. */
  readonly event: string;
  /** The last field `id`, of this event or of one before; empty where there was none. */
  readonly id: string;
  readonly data: Data;
  /** Milliseconds to wait before connecting again, as the server has said last. */
  readonly retry?: number;
}

/** The events in a text; the last one only where an empty line ends it. */
export async function* streamEvents(
  texts: AsyncIterable<string>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let [event, id, data] = ["", "", ""];
  let retry: { retry?: number } = {};
  for await (const line of streamLines(texts, /\r\n?|\n/)) {
    if (line === "") {
      if (data !== "") yield { event: event || "message", id, data: data.slice(0, -1), ...retry };
      [event, data] = ["", ""];
      continue;
    }
    const [, field = "", value = ""] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (field === "event") event = value;
    if (field === "data") data += `${value}\n`;
    if (field === "id" && !value.includes("\0")) id = value;
    if (field === "retry" && /^\d+$/.test(value)) retry = { retry: Number(value) };
  }
}
