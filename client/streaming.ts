// Calls whose response is a stream: yields items as they are received, and reconnects if permitted.
import { type CallResult, ApiPromise } from "./api-promise.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import { type Deadline, startDeadline } from "./request/deadline.ts";
import { isRecord } from "./is-record.ts";
import type { Arguments, Operation } from "./operation.ts";
import { CallError, ConnectionError, TimeoutError } from "./response/errors.ts";
import { readJson } from "./response/read-json.ts";
import type { Piece, StreamedContent } from "./response/stream-items.ts";
import { settings } from "./settings.ts";

/** Options of a call whose response is a stream. Its `timeout` is the time until the stream starts. */
export interface StreamOptions extends CallOptions {
  /**
   * Milliseconds that a stream may be silent once it has started. By default the call's `timeout`, or 60 000.
   */
  readonly silence?: number | undefined;
}

/**
 * A stream of items. It can be iterated directly, or awaited for a generator of the items.
 *
 * @example for await (const item of stream) console.log(item);
 */
export class ItemStream<Item, Header extends string = string>
  extends ApiPromise<AsyncGenerator<Item, void, undefined>, Header>
  implements AsyncIterable<Item>
{
  [Symbol.asyncIterator](): AsyncIterator<Item, void, undefined> {
    let items: AsyncGenerator<Item, void, undefined> | undefined;
    return {
      // Wrapping the generator in another one would double the time per item.
      next: () => (items ? items.next() : this.then((opened) => (items = opened).next())),
      return: async () => (items ?? (await this)).return(),
    };
  }
}

/** Reopens a stream after an error if possible; otherwise rejects with the error. */
export type Reconnect = (
  broken: {
    readonly error: unknown;
    readonly last: Piece | undefined;
    readonly fruitless: number;
    readonly deadline: Deadline;
  },
  open: (headers: CallOptions["headers"]) => Promise<CallResult<unknown>>,
  options: StreamOptions,
) => Promise<unknown>;

/**
 * Wraps a caller so that its calls return streams.
 *
 * @param field  property of the body that enables streaming; set in each request
 * @param reconnect  reopens streams that support it
 */
export function streaming(caller: Caller, field?: string, reconnect?: Reconnect): Caller {
  const call = (operation: Operation, args: Arguments, options: StreamOptions = {}): ApiPromise<unknown> => {
    const body = field ? { ...(args.body as object), [field]: true } : args.body;
    const open = (headers = options.headers): Promise<CallResult<unknown>> =>
      caller.call<unknown, string>(operation, { ...args, body }, { ...options, headers }).withResponse();
    const again = reconnect && ((broken: Parameters<Reconnect>[0]) => reconnect(broken, open, options));
    const first = open();
    let answer: Promise<CallResult<AsyncGenerator<unknown, void, undefined>>> | undefined;
    return new ItemStream(
      () =>
        (answer ??= first.then((opened): CallResult<never> => ({
          ...opened,
          data: (isStreamed(opened.data) ? itemsOf(opened.data, options, again) : opened.data) as never,
        }))),
    );
  };
  return { ...caller, call: call as Caller["call"] };
}

function isStreamed(data: unknown): data is StreamedContent {
  return isRecord(data) && "deadline" in data;
}

async function* itemsOf(
  content: unknown,
  { timeout = settings.timeout, silence = timeout }: StreamOptions,
  again: ((broken: Parameters<Reconnect>[0]) => Promise<unknown>) | undefined,
): AsyncGenerator<unknown, void, undefined> {
  let count = 0;
  let last: Piece | undefined;
  /** Number of consecutive connections without an item. */
  let fruitless = 0;
  while (isStreamed(content)) {
    const { items, response, site, deadline } = content;
    const { end = "[DONE]", text } = items;
    const split = items.split();
    const decoder = new TextDecoder();
    const reader = response.body!.getReader();
    const after = (problem: string): string => `the stream ${problem} after ${count} items`;
    const lost = (cause?: unknown): Error =>
      cause instanceof CallError ? cause : new ConnectionError(site, after("broke off"), true, cause);
    const late = (): Error => new TimeoutError(site, after("was silent"));
    let patience = Math.max(1, deadline.left());
    fruitless += 1;
    try {
      for (let isOver = false; !isOver;) {
        const limit = startDeadline(patience, deadline.signal, late);
        const { done, value } = await limit.race(reader.read(), lost).finally(() => limit.end());
        patience = silence;
        isOver = done;
        for (const piece of split(decoder.decode(value, { stream: !done }), done)) {
          let { data }: { data: unknown } = piece;
          if (data === end) return;
          if (text !== "all") {
            try {
              data = readJson(piece.data, site, response, items.dates);
            } catch (error) {
              if (isOver) throw lost();
              if (text !== "some" || !(error as Error).cause) throw error;
            }
          }
          const isEvent = "id" in piece;
          // The last line or text needs no terminator, an event does.
          if (isOver && isEvent) throw lost();
          count += 1;
          fruitless = 1;
          last = piece;
          // Modified in place: copying each event would add a tenth to its cost.
          yield isEvent ? Object.assign(piece, { data }) : data;
          deadline.signal.throwIfAborted();
        }
      }
      if (items.end) throw lost();
      return;
    } catch (error) {
      if (!again) throw error;
      content = await again({ error, last, fruitless, deadline });
    } finally {
      deadline.streams = false;
      deadline.end();
      reader.cancel().catch(() => undefined);
    }
  }
}
