// Decides whether a request is retried, and after which pause.
import { type CallError, codeOf, ConnectionError } from "../response/errors.ts";

/** Bounds of the random pause, in milliseconds. */
export interface Backoff {
  readonly first: number;
  readonly longest: number;
}

/**
 * True if a request may be retried after this response or error.
 *
 * @param keyed  true if an Idempotency-Key was sent: then the server recognises a retry
 * @param retryDelay  milliseconds of the response's `Retry-After`
 */
export function isRepeatable(
  method: string,
  keyed: boolean,
  outcome: Response | CallError,
  retryDelay: number | undefined,
): boolean {
  // Safe methods may always be retried.
  const harmless = keyed || isSafe(method);
  if (outcome instanceof Error) return harmless || (outcome instanceof ConnectionError && !outcome.maybeSent);
  const { status } = outcome;
  // 408 and 429 mean that the request was not processed; 409 with a key and `Retry-After`, that the first one
  // still is being processed.
  return (
    status === 408 ||
    status === 429 ||
    (status === 409 && keyed && retryDelay !== undefined) ||
    (status >= 500 && harmless)
  );
}

/** True for safe methods (RFC 9110, section 9.2.1; QUERY: RFC 10008). */
export function isSafe(method: string): boolean {
  return /^(GET|HEAD|OPTIONS|QUERY)$/.test(method);
}

/**
 * Upper bound of the pause after a number of retries; it doubles each time. The pause is random below it:
 * full jitter.
 */
export function bound(repetitions: number, { first, longest }: Backoff): number {
  return Math.min(longest, first * 2 ** repetitions);
}

/** Error codes of Node and Bun for connections that were never established. */
const unconnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/**
 * True if the request may have arrived although `fetch` rejected. Browsers do not report it, so there it is
 * always true.
 */
export function maybeSent(error: unknown): boolean {
  return !unconnected.test(codeOf(error));
}
