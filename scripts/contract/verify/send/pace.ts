// How fast requests leave: so many at a time, so many a second.
import { setTimeout as sleep } from "node:timers/promises";

export interface PaceOptions {
  /** Requests a second; no limit by default. */
  readonly rate?: number | undefined;
}

/** Gives turns in the order in which they are asked for. */
export class Pace {
  readonly #between: number;
  #next = 0;

  constructor({ rate }: PaceOptions) {
    this.#between = rate === undefined ? 0 : 1000 / rate;
  }

  /** Resolves when the next request may leave. Rejects when the run ends. */
  async turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#between;
    if (at > now) await sleep(at - now, undefined, { signal });
  }

  /** Nothing leaves for a while: the server asked for it. */
  async rest(milliseconds: number, signal: AbortSignal): Promise<void> {
    const until = performance.now() + milliseconds;
    this.#next = Math.max(this.#next, until);
    await sleep(milliseconds, undefined, { signal });
  }
}
