// What a caller can watch of a call.
import type { CallSite } from "./response/errors.ts";

/** One request as it goes out. */
export interface SentRequest extends CallSite {
  /** The path without its values, the same for all calls of an operation. */
  readonly template: string;
  readonly url: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** All headers, credentials included; a hook may change them. */
  readonly headers: Headers;
}

/** What came back: the answer's head. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
}

/** Why and when a request is sent again. */
export interface Retry {
  /** What came back, or what kept it from arriving. */
  readonly cause: ReceivedResponse | Error;
  /** The pause before it, in milliseconds. */
  readonly delay: number;
}

/** Called around every attempt. What a hook throws, the call rejects with. */
export interface Hooks {
  readonly onRequest?: (request: SentRequest) => void | Promise<void>;
  readonly onResponse?: (request: SentRequest, response: ReceivedResponse) => void | Promise<void>;
  readonly onRetry?: (request: SentRequest, retry: Retry) => void | Promise<void>;
}
