// Reconnects event streams that were interrupted (WHATWG HTML, section 9.2.3). Bundled only for documents
// that have them.
import { bound } from "./request/retry.ts";
import { ConnectionError, TimeoutError, UnexpectedResponseError } from "./response/errors.ts";
import type { Reconnect } from "./streaming.ts";

/**
 * Continues after the last event, if the server gave it an id. Reconnecting ends with an error other than a
 * connection error, with a 204, and after as many consecutive connections without an event as a call has
 * attempts.
 */
export const reconnect: Reconnect = async ({ error, last, fruitless, deadline }, open, options, limits) => {
  const { id = "", retry } = last ?? {};
  const isBroken = error instanceof ConnectionError || error instanceof TimeoutError;
  if (!isBroken || !id || fruitless >= (options.maxAttempts ?? limits.maxAttempts)) throw error;
  await deadline.sleep(retry ?? Math.random() * bound(fruitless, limits.backoff));
  // UTF-8, each byte as a character: a field value can contain no others.
  const bytes = Array.from(new TextEncoder().encode(id), (byte) => String.fromCharCode(byte));
  const headers = { ...options.headers, "Last-Event-ID": bytes.join("") };
  try {
    return (await open(headers)).data;
  } catch (failure) {
    if (failure instanceof UnexpectedResponseError && failure.status === 204) return undefined;
    throw failure;
  }
};
