// What an operation's streams are, by media type; only documents that have some carry this.
import type { DatePaths, Operation, StreamCall } from "../operation.ts";
import { own } from "../own.ts";
import type { ServerSentEvent } from "./stream-events.ts";

/** One item as it came in: an event, or a text. */
export type Piece = Partial<ServerSentEvent> & { readonly data: string };

/** Takes what has come in since the last time and gives the items that it completes; at the end of a stream, what is left unfinished. */
export type Split = (text: string, isOver: boolean) => readonly Piece[];

/** What the items of one media type are. */
export interface StreamItems {
  /** How they are told apart. */
  readonly split: () => Split;
  /** Whether items may be texts that are no JSON: all of them, or those that cannot be parsed. */
  readonly text?: "all" | "some";
  readonly dates?: DatePaths;
  /** The text that ends the stream: one without it was cut short. By default `[DONE]`, which may be missing; null is no text at all. */
  readonly end?: string | null;
}

/** A response whose content is a stream, as the reader of streams gets it. */
export interface StreamedContent extends StreamCall {
  readonly items: StreamItems;
  readonly response: Response;
}

/** Makes the member of an operation that knows its streams. */
export function streamItems(types: Readonly<Record<string, StreamItems>>): NonNullable<Operation["stream"]> {
  return (response, mediaType, call): StreamedContent | undefined => {
    const items = own(types, mediaType);
    // The caller's signal is heeded until the stream is over.
    call.deadline.streams = Boolean(items);
    return items && { items, response, ...call };
  };
}
