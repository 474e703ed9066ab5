// Waiting for what a call started: looks again and again, until the operation says that it is over.
import type { Answer } from "../api-promise.ts";
import type { CallOptions } from "../call-options.ts";
import { startDeadline } from "../request/deadline.ts";
import { TimeoutError } from "../response/errors.ts";
import { member } from "../response/link-value.ts";
import type { WaitLink } from "../operation.ts";
import { bound } from "../request/retry.ts";
import { retryAfter } from "../request/retry-after.ts";
import { settings } from "../settings.ts";

/** How to wait. */
export interface WaitOptions<Result> {
  /** Ends the waiting, not what is waited for. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to wait in all. Default 600 000. */
  readonly timeout?: number | undefined;
  /** Milliseconds between two looks. Default 250, doubling to 5000. A `Retry-After` of the server goes before. */
  readonly interval?: number | undefined;
  /** Told what every look saw, the last included. */
  readonly onProgress?: ((state: Result) => void) | undefined;
}

/** Something that a call started; `wait()` gives what became of it. */
export type Waitable<Body, Result> = Body & {
  /**
   * Waits until the operation is over, whether well or not, and gives its last state. To go on in another process, keep
   * its ID and use the resource's `waitFor…`.
   *
   * @example const operation = await accepted.wait({ timeout: 60_000, onProgress: ({ stats }) => console.log(stats) });
   */
  wait(options?: WaitOptions<Result>): Promise<Result>;
};

/** Waits for one operation. `look` fetches its state. */
export async function waitFor<Result>(
  { operation, until }: WaitLink,
  look: (options: CallOptions) => Promise<Answer<Result>>,
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
      const asked = retryAfter(response.headers);
      // A server that asks for no pause at all gets one nevertheless: it would be asked without end.
      const pause = asked === 0 ? Math.min(interval ?? backoff, backoff) : (asked ?? interval ?? backoff);
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
