// Writes a handler's items as a stream as they are produced: JSON lines, JSON text sequences, server-sent
// events.
import { isEventStream } from "./media-type.ts";

/**
 * The record separator. Neither an escape nor `fromCharCode`: compilers may replace these by the character
 * itself.
 */
export const recordSeparator = new TextDecoder().decode(Uint8Array.of(0x1e));

/** The items of a streamed response. */
export type Items = Iterable<unknown> | AsyncIterable<unknown>;

/**
 * Returns the items of a list, a generator, a stream or any other iterable; undefined for strings, bytes and
 * values that are not iterable.
 */
export function itemsOf(body: unknown): Items | undefined {
  if (typeof body !== "object" || body === null || body instanceof Uint8Array) return undefined;
  return Symbol.asyncIterator in body || Symbol.iterator in body ? (body as Items) : undefined;
}

const itemsInARow = 64;

/** Whether a value is a stream of Node or of the platform, of bytes or of anything else. */
export function isStream(body: unknown): boolean {
  return (
    typeof body === "object" &&
    body !== null &&
    (body instanceof ReadableStream || typeof Reflect.get(body, "pipe") === "function")
  );
}

/**
 * Returns a stream of the items as UTF-8 text, produced as it is read; an error of the items or of `check`
 * ends it. Strings and bytes from a stream count as serialized already.
 *
 * @param check  called with each value: an item, or the data of an event
 */
export function itemStream(
  type: string,
  items: Items,
  check: (value: unknown) => void,
): ReadableStream<Uint8Array> {
  const source = sourceOf(items);
  const print = isEventStream(type) ? eventText : type.includes("-seq") ? sequenceText : lineText;
  const encoder = new TextEncoder();
  const isWritten = isStream(items);
  const bytesOf = (item: unknown): Uint8Array => {
    if (isWritten && item instanceof Uint8Array) return item;
    return encoder.encode(isWritten && typeof item === "string" ? item : print(item, check));
  };
  let inARow = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // Items that are available at once would otherwise starve timers and sockets.
        if ((inARow += 1) % itemsInARow === 0) await new Promise((resolve) => setTimeout(resolve));
        const { done, value } = await source.next();
        if (done === true) {
          controller.close();
          return;
        }
        try {
          controller.enqueue(bytesOf(value));
        } catch (error) {
          await source.end(error);
          throw error;
        }
      },
      async cancel() {
        await source.end();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A source of items, and the function that cancels it. */
interface Source {
  readonly next: () => Promise<IteratorResult<unknown, unknown>> | IteratorResult<unknown, unknown>;
  readonly end: (error?: unknown) => unknown;
}

/**
 * Returns the source. Streams are cancelled at once, even if no item is available; cancelled through their
 * iterators, they would end only with the next item.
 */
function sourceOf(items: Items): Source {
  if (items instanceof ReadableStream) {
    const reader = items.getReader() as ReadableStreamDefaultReader<unknown>;
    return { next: () => reader.read(), end: (error) => reader.cancel(error) };
  }
  const iterator: AsyncIterator<unknown, unknown> | Iterator<unknown, unknown> =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const next = (): ReturnType<Source["next"]> => iterator.next();
  const { destroy } = items as { readonly destroy?: () => unknown };
  if (isStream(items) && destroy !== undefined) return { next, end: () => destroy.call(items) };
  return { next, end: () => iterator.return?.() };
}

type Check = (value: unknown) => void;

function lineText(item: unknown, check: Check): string {
  check(item);
  return `${itemJson(item)}\n`;
}

/** Serializes an item of a JSON text sequence, with a record separator before it (RFC 7464, section 2.2). */
function sequenceText(item: unknown, check: Check): string {
  return `${recordSeparator}${lineText(item, check)}`;
}

/** A server-sent event: its data is a string, or a value that is serialized as JSON. */
export interface StreamEvent<Data = unknown> {
  readonly data: Data;
  /** The event type. Default: `message`. */
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  /** Milliseconds that clients wait before they reconnect. */
  readonly retry?: number | undefined;
}

/**
 * Serializes an event
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream).
 */
function eventText(item: unknown, check: Check): string {
  if (typeof item !== "object" || item === null || !("data" in item))
    throw new TypeError("an event must be an object with the member data");
  const { data, event, id, retry } = item as StreamEvent;
  check(data);
  const lines = (typeof data === "string" ? data : itemJson(data)).split(/\r\n?|\n/);
  const fields = Object.entries({ event, id, retry }).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (/[\r\n\0]/.test(String(value))) throw new TypeError(`the ${name} of an event must be one line`);
    return [`${name}: ${value}\n`];
  });
  return `${fields.join("")}${lines.map((line) => `data: ${line}\n`).join("")}\n`;
}

function itemJson(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError("an item of a stream must be a JSON value");
  return text;
}
