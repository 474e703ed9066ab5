// What can be said about one call, and about all calls of a client.
import type { Hooks } from "./hooks.ts";
import type { Backoff } from "./request/retry.ts";
import type { Fetch, HeaderValues } from "./request/build-request.ts";

/** Options of a single call; they win over the client's. */
export interface CallOptions {
  /** Ends the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the call in all: attempts, pauses and body. Default 60 000. */
  readonly timeout?: number | undefined;
  /** How often a request is sent at most. Default 3. */
  readonly maxAttempts?: number | undefined;
  /** Where to send it, in place of the client's `baseUrl` and of a server that the operation has for itself. */
  readonly baseUrl?: string | undefined;
  /** Headers to add or, with null, to leave out. */
  readonly headers?: HeaderValues | undefined;
}

/** Options of a client, credentials apart. */
export interface ConnectionOptions {
  /**
   * Where the API is; taken from the environment or the document when left out. Operations to which the document gives a
   * server of their own go there all the same, unless the call has a `baseUrl`.
   */
  readonly baseUrl?: string | undefined;
  /** Milliseconds for a call in all. Default 60 000. */
  readonly timeout?: number | undefined;
  /** How often a request is sent at most. Default 3. */
  readonly maxAttempts?: number | undefined;
  /** The bounds of the pause between attempts in milliseconds. Default 500, doubling to 8000. */
  readonly backoff?: Backoff | undefined;
  /** Headers for every call. */
  readonly headers?: HeaderValues | undefined;
  /** In place of the platform's `fetch`; `limitResponses(bytes)` limits the responses of either. */
  readonly fetch?: Fetch | undefined;
  /** What to call around every attempt, such as `logTo(console)`. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
}
