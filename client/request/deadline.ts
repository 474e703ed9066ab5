// One deadline for everything that a call does: its timeout, or the caller's abort.
import { longestTimer } from "../settings.ts";

/** The deadline of one call. */
export interface Deadline {
  /** Aborts when the call must end; the call rejects with its reason. */
  readonly signal: AbortSignal;
  /** Returns the remaining milliseconds. */
  left(): number;
  /**
   * Resolves with the work's result or rejects with the abort reason, whichever comes first: also for work
   * that ignores the signal. `lost` converts an error of the work. A call does one thing at a time, so
   * aborting rejects only the last race.
   */
  race<T>(work: Promise<T>, lost?: (cause: unknown) => unknown): Promise<T>;
  sleep(milliseconds: number): Promise<void>;
  /**
   * Whether the call's result still streams when the call ends: then the caller's signal aborts the stream.
   */
  streams?: boolean;
  /** Releases the timer and the caller's signal. */
  end(): void;
}

/** Starts the deadline. Throws the caller's reason if its signal is already aborted. */
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
  let fail: ((reason: unknown) => void) | undefined;

  const stop = (reason: unknown): void => {
    fail?.(reason);
    controller.abort(reason);
  };
  const onAbort = (): void => stop(caller?.reason);
  caller?.addEventListener("abort", onAbort);
  const timer = setTimeout(() => stop(late()), patience);

  // Implemented without `Promise.race`, which creates six promises for two.
  const race: Deadline["race"] = (work, lost) =>
    new Promise((resolve, reject) => {
      fail = reject;
      /* eslint-disable @typescript-eslint/prefer-promise-reject-errors -- callers abort, and functions throw, what they like */
      if (signal.aborted) reject(signal.reason);
      work.then(resolve, (error: unknown) => {
        reject(signal.aborted ? signal.reason : lost ? lost(error) : error);
      });
      /* eslint-enable @typescript-eslint/prefer-promise-reject-errors */
    });
  return {
    signal,
    race,
    left: () => ends - performance.now(),
    sleep(delay) {
      let pause: ReturnType<typeof setTimeout>;
      return race(new Promise<void>((wake) => (pause = setTimeout(wake, delay)))).finally(() =>
        clearTimeout(pause),
      );
    },
    end() {
      clearTimeout(timer);
      if (!this.streams) caller?.removeEventListener("abort", onAbort);
    },
  };
}
