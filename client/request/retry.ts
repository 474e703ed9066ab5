// Whether a request may be sent again, and after which pause.
import { type CallError, codeOf, ConnectionError } from "../response/errors.ts";

/** What decides it about the request. */
export interface Attempted {
  readonly method: string;
  /** Whether an Idempotency-Key went along: then the server recognises a repetition. */
  readonly keyed: boolean;
  /** Milliseconds that the server asked to wait. */
  readonly asked: number | undefined;
}

/** The bounds of the random pause, in milliseconds. */
export interface Backoff {
  readonly first: number;
  readonly longest: number;
}

/** Whether a request may be tried again after this answer, or after none. */
export function isRepeatable({ method, keyed, asked }: Attempted, outcome: Response | CallError): boolean {
  // Safe methods may always be repeated.
  const harmless = keyed || isSafe(method);
  if (outcome instanceof Error) return harmless || (outcome instanceof ConnectionError && !outcome.maybeSent);
  const { status } = outcome;
  // 408 and 429 say that the request was not processed; 409 with a key and a time, that the first one still is.
  return (
    status === 408 ||
    status === 429 ||
    (status === 409 && keyed && asked !== undefined) ||
    (status >= 500 && harmless)
  );
}

/** Whether a method only reads (RFC 9110, section 9.2.1; of QUERY, RFC 10008). */
export function isSafe(method: string): boolean {
  return /^(GET|HEAD|OPTIONS|QUERY)$/.test(method);
}

/** The bound after a number of repetitions, doubled each time. A pause is anything below it: full jitter. */
export function bound(repetitions: number, { first, longest }: Backoff): number {
  return Math.min(longest, first * 2 ** repetitions);
}

/** The codes of Node and Bun for connections that never came about. */
const unconnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** Whether a rejection of fetch leaves open that the request has arrived. Browsers don't tell, so there it always does. */
export function maybeSent(error: unknown): boolean {
  return !unconnected.test(codeOf(error));
}
