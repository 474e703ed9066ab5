// Options of one call, and of all calls of a client.
import type { Hooks } from "./hooks.ts";
import type { Backoff } from "./request/retry.ts";
import type { Fetch, HeaderValues } from "./request/build-request.ts";

/** Options of a single call; they override the client's. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call: attempts, pauses and body. Default 60 000. */
  readonly timeout?: number | undefined;
  /** Maximum number of attempts, including the first. Default 3. */
  readonly maxAttempts?: number | undefined;
  /**
   * URL of the API for this call, instead of the client's `baseUrl` and of a server that the document
   * declares for the operation.
   */
  readonly baseUrl?: string | undefined;
  /** Headers to add or, with null, to omit. */
  readonly headers?: HeaderValues | undefined;
}

/** Options of a client, except credentials. */
export interface ConnectionOptions {
  /**
   * URL of the API; by default from the environment or the document. It does not apply to operations for
   * which the document declares a server of their own, unless a call has a `baseUrl`.
   */
  readonly baseUrl?: string | undefined;
  /** Milliseconds for a whole call. Default 60 000. */
  readonly timeout?: number | undefined;
  /** Maximum number of attempts, including the first. Default 3. */
  readonly maxAttempts?: number | undefined;
  /** Bounds of the pause between attempts in milliseconds. Default 500, doubling to 8000. */
  readonly backoff?: Backoff | undefined;
  /** Headers for every call. */
  readonly headers?: HeaderValues | undefined;
  /** Replaces the platform's `fetch`; `limitResponses(bytes)` limits the responses of either. */
  readonly fetch?: Fetch | undefined;
  /** Hooks that are called around every attempt, such as `logTo(console)`. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
}
