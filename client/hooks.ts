// Hooks to observe calls.
import type { CallSite } from "./response/errors.ts";

/** One request before it is sent. */
export interface SentRequest extends CallSite {
  /** The path template; the same for all calls of an operation. */
  readonly template: string;
  readonly url: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** All headers, credentials included; a hook may modify them. */
  readonly headers: Headers;
}

/** Status and headers of a response. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
}

/** The reason for a retry, and the pause before it. */
export interface Retry {
  /** The response, or the error instead of one. */
  readonly cause: ReceivedResponse | Error;
  /** Pause before the retry, in milliseconds. */
  readonly delay: number;
}

/** Functions called around every attempt. If a hook throws, the call rejects with its error. */
export interface Hooks {
  readonly onRequest?: (request: SentRequest) => void | Promise<void>;
  readonly onResponse?: (request: SentRequest, response: ReceivedResponse) => void | Promise<void>;
  readonly onRetry?: (request: SentRequest, retry: Retry) => void | Promise<void>;
}
