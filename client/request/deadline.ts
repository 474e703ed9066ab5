// One end for everything a call does: its time is up, or the caller aborts.
import { longestTimer } from "../settings.ts";

export interface Deadline {
  /** Aborts when the call must end; the reason is what the call rejects with. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  left(): number;
  /**
   * The work's result, or the reason to end, whichever comes first: also for work that does not heed the signal. Where the
   * work fails by itself, `lost` says what to reject with. A call does one thing at a time, so only the last race is ended.
   */
  race<T>(work: Promise<T>, lost?: (cause: unknown) => unknown): Promise<T>;
  sleep(milliseconds: number): Promise<void>;
  /** Whether what the call gave still comes in when it ends: then the caller's signal ends that. */
  streams?: boolean;
  /** Lets go of the timer, and of the caller's signal. */
  end(): void;
}

/** Starts the clock. Throws the caller's reason if they have aborted already. */
export function startDeadline(
  milliseconds: number,
  caller: AbortSignal | undefined,
  late: () => Error,
): Deadline {
  if (!(milliseconds > 0)) throw new TypeError("timeout must be positive");
  caller?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const patience = Math.min(milliseconds, longestTimer);
  const ends = performance.now() + patience;
  let fail: (reason: unknown) => void = () => undefined;

  const stop = (reason: unknown): void => {
    fail(reason);
    controller.abort(reason);
  };
  const onAbort = (): void => stop(caller?.reason);
  caller?.addEventListener("abort", onAbort);
  const timer = setTimeout(() => stop(late()), patience);

  // By hand: Promise.race makes six promises of two.
  const race: Deadline["race"] = (work, lost) =>
    new Promise((resolve, reject) => {
      fail = reject;
      /* eslint-disable @typescript-eslint/prefer-promise-reject-errors -- callers abort, and functions throw, what they like */
      if (signal.aborted) reject(signal.reason);
      work.then(resolve, (error: unknown) => {
        reject(signal.aborted ? signal.reason : lost === undefined ? error : lost(error));
      });
      /* eslint-enable @typescript-eslint/prefer-promise-reject-errors */
    });
  return {
    signal,
    race,
    left: () => ends - performance.now(),
    sleep(delay) {
      let pause: ReturnType<typeof setTimeout> | undefined;
      const over = new Promise<void>((wake) => {
        pause = setTimeout(wake, delay);
      });
      return race(over).finally(() => clearTimeout(pause));
    },
    end() {
      clearTimeout(timer);
      if (!this.streams) caller?.removeEventListener("abort", onAbort);
    },
  };
}
