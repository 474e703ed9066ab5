// Polls an operation that a call started until it has ended.
import type { CallResult } from "../api-promise.ts";
import type { CallOptions } from "../call-options.ts";
import { startDeadline } from "../request/deadline.ts";
import { TimeoutError } from "../response/errors.ts";
import { member } from "../response/link-value.ts";
import type { WaitLink } from "../operation.ts";
import { bound } from "../request/retry.ts";
import { retryAfter } from "../request/retry-after.ts";
import { settings } from "../settings.ts";

/** Options for waiting. */
export interface WaitOptions<Result> {
  /** Aborts the waiting, not the operation. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to wait in total. Default 600 000. */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds between two polls. Default 250, doubling to 5000. A `Retry-After` of the server takes
   * precedence.
   */
  readonly interval?: number | undefined;
  /** Called with the state after every poll, the last included. */
  readonly onProgress?: ((state: Result) => void) | undefined;
}

/** The data of a call that started an operation; `wait()` returns the operation's result. */
export type Waitable<Body, Result> = Body & {
  /**
   * Waits until the operation has ended, successfully or not, and resolves with its last state. To continue
   * in another process, store its ID and use the resource's `waitFor…`.
   *
   * @example const operation = await accepted.wait({ timeout: 60_000, onProgress: ({ stats }) => console.log(stats) });
   */
  wait(options?: WaitOptions<Result>): Promise<Result>;
};

/** Waits for one operation. `look` fetches its state. */
export async function waitFor<Result>(
  { operation, until }: WaitLink,
  look: (options: CallOptions) => Promise<CallResult<Result>>,
  options: WaitOptions<Result> = {},
): Promise<Result> {
  const { timeout = settings.waitTimeout, interval, onProgress } = options;
  const late = (): Error => new TimeoutError(operation, `not over within ${timeout} ms`);
  const deadline = startDeadline(timeout, options.signal, late);
  try {
    for (let looks = 0; ; looks++) {
      const { data, response } = await look({ signal: deadline.signal });
      onProgress?.(data);
      if (isOver(until, data)) return data;
      const backoff = bound(looks, settings.poll);
      const requestedDelay = retryAfter(response.headers);
      // `Retry-After: 0` still gets a pause, as the server would otherwise be polled without one.
      const pause =
        requestedDelay === 0
          ? Math.min(interval ?? backoff, backoff)
          : (requestedDelay ?? interval ?? backoff);
      if (pause >= deadline.left()) throw late();
      await deadline.sleep(pause);
    }
  } finally {
    deadline.end();
  }
}

function isOver(until: WaitLink["until"], state: unknown): boolean {
  return Object.entries(until).every(([property, values]) => values.includes(member(state, [property])));
}
