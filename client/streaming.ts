// Calls whose response is a stream: yields items as they are received, and reconnects if permitted.
import { type CallResult, ApiPromise } from "./api-promise.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller, Limits } from "./caller.ts";
import type { Deadline } from "./request/deadline.ts";
import { isRecord } from "./is-record.ts";
import type { Arguments, Operation } from "./operation.ts";
import { CallError, ConnectionError, TimeoutError } from "./response/errors.ts";
import { readJson } from "./response/read-json.ts";
import type { Piece, StreamedContent } from "./response/stream-items.ts";
import { longestTimer } from "./settings.ts";

/** Options of a call whose response is a stream. Its `timeout` is the time until the stream starts. */
export interface StreamOptions extends CallOptions {
  /**
   * Milliseconds that a stream may be silent once it has started. By default the `timeout`.
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

/** What broke a stream, and what is known of it. */
interface Broken {
  readonly error: unknown;
  readonly last: Piece | undefined;
  /** Number of consecutive connections without an item. */
  readonly fruitless: number;
  readonly deadline: Deadline;
}

/** Reopens a stream after an error if possible; otherwise rejects with the error. */
export type Reconnect = (
  broken: Broken,
  open: (headers: CallOptions["headers"]) => Promise<CallResult<unknown>>,
  options: StreamOptions,
  limits: Limits,
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
    const again = reconnect && ((broken: Broken) => reconnect(broken, open, options, caller));
    const { timeout = caller.timeout, silence = timeout } = options;
    const first = open();
    let result: Promise<CallResult<AsyncGenerator<unknown, void, undefined>>> | undefined;
    return new ItemStream(
      () =>
        (result ??= first.then((opened): CallResult<never> => ({
          ...opened,
          data: (isStreamed(opened.data) ? itemsOf(opened.data, silence, again) : opened.data) as never,
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
  silence: number,
  again: ((broken: Broken) => Promise<unknown>) | undefined,
): AsyncGenerator<unknown, void, undefined> {
  let count = 0;
  let last: Piece | undefined;
  let fruitless = 0;
  while (isStreamed(content)) {
    const { items, response, site, deadline } = content;
    const { end = "[DONE]", text } = items;
    const split = items.split(last);
    const decoder = new TextDecoder();
    const reader = response.body!.getReader();
    const after = (problem: string): string => `the stream ${problem} after ${count} items`;
    const lost = (cause?: unknown): Error =>
      cause instanceof CallError ? cause : new ConnectionError(site, after("broke off"), true, cause);
    let patience = deadline.left();
    let timer: ReturnType<typeof setTimeout> | undefined;
    fruitless += 1;
    try {
      for (let isOver = false; !isOver;) {
        const chunk = new Promise<Awaited<ReturnType<typeof reader.read>>>((resolve, reject) => {
          const late = (): void => reject(new TimeoutError(site, after("was silent")));
          timer = setTimeout(late, Math.min(patience, longestTimer));
          reader.read().then(resolve, reject);
        });
        const { done, value } = await deadline.race(chunk, lost);
        clearTimeout(timer);
        patience = silence;
        isOver = done;
        for (const piece of split(decoder.decode(value, { stream: !done }), done)) {
          let data: unknown = piece.data;
          if (data === end) return;
          if (data !== undefined) {
            if (text !== "all") {
              try {
                data = readJson(piece.data!, site, response, items.dates);
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
            // Modified in place: copying each event would add a tenth to its cost.
            if (isEvent) (piece as { data: unknown }).data = data;
            yield isEvent ? piece : data;
            deadline.signal.throwIfAborted();
          }
          last = piece;
        }
      }
      if (items.end) throw lost();
      return;
    } catch (error) {
      if (!again) throw error;
      content = await again({ error, last, fruitless, deadline });
    } finally {
      clearTimeout(timer);
      deadline.streams = false;
      deadline.end();
      reader.cancel().catch(() => undefined);
    }
  }
}
