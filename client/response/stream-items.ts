// Stream formats of an operation, by media type. Bundled only for documents that have streams.
import type { DatePaths, Operation, StreamCall } from "../operation.ts";
import { own } from "../own.ts";
import type { ServerSentEvent } from "./stream-events.ts";

/** One received item: an event, or a text. Without data it only carries the `id` of events that follow. */
export type Piece = Partial<Omit<ServerSentEvent, "data">> & { readonly data: string | undefined };

/**
 * Takes the text received since the last call and returns the items that it completes; at the end of the
 * stream, also an unfinished one.
 */
export type Split = (text: string, isOver: boolean) => readonly Piece[];

/** Format of the items of one media type. */
export interface StreamItems {
  /**
   * Creates the function that splits the text into items.
   *
   * @param last  the last item, if the stream has been reconnected
   */
  readonly split: (last?: Piece) => Split;
  /** Whether items may be text that is not JSON: `all` are text, or `some`, those that cannot be parsed. */
  readonly text?: "all" | "some";
  readonly dates?: DatePaths;
  /**
   * The item that ends the stream: a stream without it was cut off. By default `[DONE]`, which is optional;
   * null for none.
   */
  readonly end?: string | null;
}

/** A response whose content is a stream. */
export interface StreamedContent extends StreamCall {
  readonly items: StreamItems;
  readonly response: Response;
}

/** Creates the `stream` property of an operation. */
export function streamItems(types: Readonly<Record<string, StreamItems>>): NonNullable<Operation["stream"]> {
  return (response, mediaType, call): StreamedContent | undefined => {
    const items = own(types, mediaType);
    // The caller's signal stays in effect until the stream ends.
    call.deadline.streams = Boolean(items);
    return items && { items, response, ...call };
  };
}
