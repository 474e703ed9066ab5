// Streams of items: server-sent events, lines of JSON and sequences of JSON texts; only documents that have some carry this.
import { UnexpectedResponseError } from "./errors.ts";
import type { DatePaths, Operation, StreamCall } from "../operation.ts";
import { reviveDates } from "./revive-dates.ts";
import { roundedInteger } from "./rounded-integer.ts";
import { type ServerSentEvent, streamEvents } from "./stream-events.ts";
import { streamLines, streamSequence, streamText } from "./stream-text.ts";

export type { ServerSentEvent } from "./stream-events.ts";

/** What the items of one media type are. */
export interface StreamItems {
  /** Whether items may be texts that are no JSON: all of them, or those that cannot be parsed. */
  readonly text?: "all" | "some";
  readonly dates?: DatePaths;
}

/** What ends many streams of JSON, though it is none. */
const sentinel = "[DONE]";

/** Makes the reader of an operation's streams, by their media types. A text that is not as declared is an UnexpectedResponseError. */
export function readStream(types: Readonly<Record<string, StreamItems>>): NonNullable<Operation["stream"]> {
  return (response, mediaType, call) => {
    const items = Object.hasOwn(types, mediaType) ? types[mediaType] : undefined;
    return items && readItems(items, response, mediaType, call);
  };
}

async function* readItems(
  items: StreamItems,
  response: Response,
  mediaType: string,
  call: StreamCall,
): AsyncGenerator<unknown, void, undefined> {
  const texts = streamText(response, call);
  const read = (text: string): unknown => valueOf(text, items, response, call);
  if (mediaType === "text/event-stream") {
    for await (const event of streamEvents(texts)) {
      if (event.data === sentinel && items.text !== "all") return;
      yield { ...event, data: read(event.data) } satisfies ServerSentEvent<unknown>;
      call.deadline.signal.throwIfAborted();
    }
    return;
  }
  const pieces = mediaType.endsWith("-seq") ? streamSequence(texts) : streamLines(texts, /\n/);
  for await (const text of pieces) {
    const trimmed = text.trim();
    if (trimmed === "") continue;
    if (trimmed === sentinel) return;
    yield read(trimmed);
    call.deadline.signal.throwIfAborted();
  }
}

function valueOf(
  text: string,
  { text: kind, dates }: StreamItems,
  response: Response,
  { site }: StreamCall,
): unknown {
  const dated = (value: unknown): unknown => (dates === undefined ? value : reviveDates(value, dates));
  if (kind === "all") return dated(text);
  const rounded = roundedInteger(text);
  if (rounded !== undefined) {
    throw new UnexpectedResponseError(site, `the stream holds ${rounded}, which a number cannot`, response);
  }
  try {
    return dated(JSON.parse(text));
  } catch (error) {
    if (kind === "some") return dated(text);
    throw new UnexpectedResponseError(site, "an item of the stream is not JSON", response, error);
  }
}
